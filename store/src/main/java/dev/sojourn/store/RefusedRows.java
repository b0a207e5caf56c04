package dev.sojourn.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the refused rows that an import kept, in the order of its files. For one thread.
public final class RefusedRows implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final @Nullable BufferedReader lines;

  /// A row that was no event.
  ///
  /// @param file what its file is called
  /// @param row its number there, from 1
  /// @param field the column at fault, or empty
  /// @param reason a sentence
  /// @param payload the row as it stood in the file
  public record Row(String file, long row, String field, String reason, String payload) {}

  private RefusedRows(@Nullable BufferedReader lines) {
    this.lines = lines;
  }

  static RefusedRows open(Path file) throws IOException {
    try {
      return new RefusedRows(Files.newBufferedReader(file));
    } catch (NoSuchFileException none) {
      // No row was refused, or a later import of the same file had none.
      return new RefusedRows(null);
    }
  }

  /// The next row; null at the end.
  public @Nullable Row next() throws IOException {
    String line = lines == null ? null : lines.readLine();
    if (line == null) {
      return null;
    }
    JsonNode row = MAPPER.readTree(line);
    return new Row(
        row.path("file").asString(""),
        row.path("row").asLong(0),
        row.path("field").asString(""),
        row.path("reason").asString(""),
        row.path("payload").asString(""));
  }

  /// Passes over a row without looking into it.
  ///
  /// @return false at the end
  public boolean skip() throws IOException {
    return lines != null && lines.readLine() != null;
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
