package dev.sojourn.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A real file system of a few megabytes, for an application of its own. Where the machine lets a
/// process mount something for itself alone, it is that; else the memory disk of a container, when
/// it is small.
final class SmallDisk implements AutoCloseable {

  private static final Path SHARED_MEMORY = Path.of("/dev/shm");
  private static final long SMALL = 256L << 20;

  private final Path folder;
  private final List<String> before;

  /// @param mountPoint an empty folder
  SmallDisk(Path mountPoint, int megabytes) throws IOException {
    String mount =
        "mount -t tmpfs -o size=" + megabytes + "m sojourn '" + mountPoint + "' && exec \"$@\"";
    List<List<String>> ways =
        List.of(
            List.of("unshare", "--mount", "sh", "-c", mount, "sh"),
            List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh"));
    List<String> way = ways.stream().filter(SmallDisk::works).findFirst().orElse(List.of());
    before = way;
    folder = way.isEmpty() ? inSharedMemory() : mountPoint;
  }

  private static boolean works(List<String> way) {
    try {
      Process process =
          new ProcessBuilder(Stream.concat(way.stream(), Stream.of("true")).toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path inSharedMemory() throws IOException {
    FileStore store = Files.exists(SHARED_MEMORY) ? Files.getFileStore(SHARED_MEMORY) : null;
    if (store == null || store.getTotalSpace() > SMALL) {
      throw new IllegalStateException(
          "This story fills a disk, so it needs a small one: run it as root or where `unshare"
              + " --map-root-user --mount` works, or with a /dev/shm of at most 256 MB.");
    }
    return Files.createTempDirectory(SHARED_MEMORY, "sojourn");
  }

  /// Starts the application with its data on this disk.
  Application serve() {
    return Application.start("serve", folder.resolve("data"), before);
  }

  /// Takes all the room that is left.
  void fill(Application application) throws IOException {
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(ballast(application))) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // A last page may take a few bytes more.
      if (!String.valueOf(full.getMessage()).contains("No space left")) {
        throw full;
      }
    }
  }

  /// Gives the room back.
  void makeRoom(Application application) throws IOException {
    Files.deleteIfExists(ballast(application));
  }

  /// As the application sees it: only it has the disk mounted.
  private Path ballast(Application application) {
    return before.isEmpty()
        ? folder.resolve("ballast")
        : Path.of("/proc", Long.toString(application.pid()), "root", folder.toString(), "ballast");
  }

  @Override
  public void close() throws IOException {
    if (before.isEmpty()) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
