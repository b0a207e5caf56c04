package dev.sojourn.store.log.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// A folder whose names are durable when a method says so.
public final class DurableFolder {

  /// What a file is called until it is whole.
  public static final String UNFINISHED = ".tmp";

  private final Path path;

  /// @param path an existing folder
  public DurableFolder(Path path) {
    this.path = path;
  }

  /// Makes a folder and everything above it, durably.
  public static DurableFolder create(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Path parent = path.getParent();
      if (parent != null) {
        create(parent);
      }
      Files.createDirectory(path);
      if (parent != null) {
        new DurableFolder(parent).sync();
      }
    }
    return new DurableFolder(path);
  }

  /// A file in the folder.
  public Path file(String name) {
    return path.resolve(name);
  }

  /// The file under the name that it has until it is whole.
  public Path unfinished(String name) {
    return path.resolve(name + UNFINISHED);
  }

  /// Gives a whole, synced file its name, durably.
  public void finish(String name) throws IOException {
    rename(name);
    sync();
  }

  /// Gives a whole, synced file its name; durable once the folder is synced.
  public void rename(String name) throws IOException {
    Files.move(unfinished(name), file(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Writes a whole file under its name, durably.
  public void write(String name, byte[] bytes) throws IOException {
    writeUnfinished(name, bytes);
    finish(name);
  }

  /// Writes a whole file under the name that it has until it is finished, and syncs it.
  public void writeUnfinished(String name, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            unfinished(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /// Makes the names in the folder durable.
  public void sync() throws IOException {
    try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /// The names in the folder, sorted.
  public List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
    }
  }

  /// Removes a file, if it is there.
  public void delete(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }
}
