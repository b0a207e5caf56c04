package dev.sojourn.store;

import dev.sojourn.store.files.SourceId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Remembers the files of which rows were refused: numbers alone, nothing that a row said. A page
/// that is lost or damaged costs no more than that its file is not known again. For one thread.
final class TakenFiles {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern PAGE = Pattern.compile("[0-9a-f]{64}[.]json");

  private final Path folder;

  TakenFiles(Path folder) {
    this.folder = folder;
  }

  Optional<TakenFile> of(SourceId file) throws IOException {
    Path page = page(file);
    return Files.exists(page) ? Optional.ofNullable(read(page)) : Optional.empty();
  }

  boolean isEmpty() {
    return !Files.isDirectory(folder);
  }

  List<TakenFile> ofShape(String shape) throws IOException {
    List<TakenFile> found = new ArrayList<>();
    if (isEmpty()) {
      return found;
    }
    try (DirectoryStream<Path> pages =
        Files.newDirectoryStream(
            folder, p -> PAGE.matcher(String.valueOf(p.getFileName())).matches())) {
      for (Path page : pages) {
        TakenFile taken = read(page);
        if (taken != null && taken.shape().equals(shape)) {
          found.add(taken);
        }
      }
    }
    return found;
  }

  void keep(SourceId file, TakenFile taken) throws IOException {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("source", taken.source().sha256());
    json.put("shape", taken.shape());
    taken.taken().write(json);
    ArrayNode refused = json.putArray("refused");
    for (long row : taken.refused()) {
      refused.add(row);
    }
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(file.sha256() + ".tmp");
    Files.writeString(unfinished, MAPPER.writeValueAsString(json));
    Files.move(
        unfinished,
        page(file),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path page(SourceId file) {
    return folder.resolve(file.sha256() + ".json");
  }

  private static @Nullable TakenFile read(Path page) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(Files.readString(page));
      RowSum sum = RowSum.read(json);
      String source = json.path("source").asString("");
      return sum == null || !source.matches("[0-9a-f]{64}")
          ? null
          : new TakenFile(
              new SourceId(source),
              json.path("shape").asString(""),
              json.path("refused").valueStream().mapToLong(n -> n.asLong(0)).sorted().toArray(),
              sum);
    } catch (JacksonException damaged) {
      return null;
    }
  }
}
