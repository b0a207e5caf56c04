package dev.sojourn.store;

import dev.sojourn.kernel.spec.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// Where the server listens that has an installation open, and what a command shows it to be let
/// in. Kept in a file that only the owner of the directory may read.
///
/// @param address of its root
/// @param token known to those who may read the directory
public record ServerAddress(URI address, String token) {

  private static final String FILE = "server";

  /// The server that has a directory open; empty when none has.
  public static Optional<ServerAddress> of(Path directory) throws IOException {
    Owner owner = Files.isDirectory(directory) ? Owner.read(directory) : null;
    if (owner == null || !owner.isAlive() || owner.isThisProcess()) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(directory.resolve(FILE));
      return lines.size() == 3 && lines.get(0).equals(Long.toString(owner.pid()))
          ? Optional.of(new ServerAddress(URI.create(lines.get(1)), lines.get(2)))
          : Optional.empty();
    } catch (NoSuchFileException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void write(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    Path temporary = directory.resolve(FILE + ".tmp");
    Files.deleteIfExists(temporary);
    try {
      Files.createFile(
          temporary,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      throw new RefusedException(
          "--data",
          directory + " is on a file system without owners of files; put it on another one.");
    }
    Files.write(
        temporary,
        List.of(Long.toString(ProcessHandle.current().pid()), address.toString(), token));
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static void remove(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(FILE));
  }
}
