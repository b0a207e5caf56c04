package dev.sojourn.store;

import dev.sojourn.store.files.RejectedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The refused rows of one import as JSON Lines, one object a row: file, row, field, reason,
/// payload. It takes the place of what an earlier import of the same files left. For one thread.
final class RejectedFile implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;
  private final Path unfinished;
  private final List<String> reasons = new ArrayList<>();
  private @Nullable Writer writer;
  private @Nullable String lastReasonOf;

  RejectedFile(Path file) {
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + ".tmp");
  }

  void add(String source, RejectedRow row) throws IOException {
    if (writer == null) {
      Files.createDirectories(file.getParent());
      writer = Files.newBufferedWriter(unfinished);
    }
    ObjectNode line = MAPPER.createObjectNode();
    line.put("file", source);
    line.put("row", row.ordinal());
    line.put("field", row.field());
    line.put("reason", row.reason());
    line.put("payload", row.payload());
    writer.write(MAPPER.writeValueAsString(line));
    writer.write('\n');
    if (!source.equals(lastReasonOf)) {
      lastReasonOf = source;
      String where = row.field().isEmpty() ? "" : ", " + row.field();
      reasons.add(source + ", row " + row.ordinal() + where + ": " + row.reason());
    }
  }

  /// The first refused row of each file, in words.
  List<String> reasons() {
    return List.copyOf(reasons);
  }

  /// Completes the file.
  ///
  /// @return null when no row was refused
  @Nullable Path finish() throws IOException {
    if (writer == null) {
      Files.deleteIfExists(file);
      return null;
    }
    writer.close();
    writer = null;
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
