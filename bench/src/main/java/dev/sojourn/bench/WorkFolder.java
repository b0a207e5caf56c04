package dev.sojourn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that is gone, with all that is in it, when the work is done.
record WorkFolder(Path path) implements AutoCloseable {

  static WorkFolder in(Path parent) throws IOException {
    return new WorkFolder(Files.createTempDirectory(parent, "work"));
  }

  @Override
  public void close() throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.walk(path)) {
      found = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : found) {
      Files.delete(file);
    }
  }
}
