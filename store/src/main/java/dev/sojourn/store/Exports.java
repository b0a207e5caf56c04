package dev.sojourn.store;

import dev.sojourn.store.files.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Remembers which exported files lie inside the installation, because an erasure must reach them.
/// Files that people put elsewhere are theirs.
final class Exports {

  private final Path installation;
  private final Path list;

  Exports(Path installation, Path workspace) {
    this.installation = installation;
    this.list = workspace.resolve("exports");
  }

  /// Remembers a file before it is written.
  void remember(Path file) throws IOException {
    Path root = installation.toRealPath();
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || !parent.toRealPath().startsWith(root)) {
      return;
    }
    Path inside = root.relativize(parent.toRealPath().resolve(file.getFileName()));
    if (!Files.exists(list) || !Files.readAllLines(list).contains(inside.toString())) {
      Files.writeString(list, inside + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /// Deletes every exported file that mentions a customer, and every one that cannot be searched.
  ///
  /// @return how many
  long delete(Mentions mentions) throws IOException {
    if (!Files.exists(list)) {
      return 0;
    }
    long deleted = 0;
    List<String> left = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      Path file = installation.resolve(line);
      if (!Files.exists(file)) {
        continue;
      }
      if (line.endsWith("." + FileFormat.PARQUET.label()) || mentions.in(file)) {
        Files.delete(file);
        deleted++;
      } else {
        left.add(line);
      }
    }
    Files.write(list, left);
    return deleted;
  }
}
