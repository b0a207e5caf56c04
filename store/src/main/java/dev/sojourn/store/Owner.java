package dev.sojourn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which process has an installation open. The lock decides; this only tells people about it.
///
/// @param pid the number of the process
/// @param since when it opened the installation
record Owner(long pid, Instant since) {

  private static final String FILE = "owner";

  /// The owner that a directory names; null when it names none.
  static @Nullable Owner read(Path directory) throws IOException {
    try {
      List<String> lines = Files.readAllLines(directory.resolve(FILE));
      return lines.size() < 2
          ? null
          : new Owner(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
    } catch (NoSuchFileException | NumberFormatException | DateTimeParseException e) {
      // Nobody wrote it, or it is being written just now.
      return null;
    }
  }

  static Owner write(Path directory, Instant now) throws IOException {
    Owner owner = new Owner(ProcessHandle.current().pid(), now.truncatedTo(ChronoUnit.SECONDS));
    Files.writeString(directory.resolve(FILE), owner.pid + "\n" + owner.since + "\n");
    return owner;
  }

  void remove(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(FILE));
  }

  /// Whether it is this process that has it open. A lock must not be tried again by the process
  /// that holds it: closing the second channel would give up the first one's lock. A process that
  /// had the same number and left the file behind opened it before this one started.
  boolean isThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return pid == self.pid()
        && self.info()
            .startInstant()
            .map(start -> !since.isBefore(start.truncatedTo(ChronoUnit.SECONDS)))
            .orElse(true);
  }

  /// Whether the process is there. The number may have been given to another one since.
  boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  String sentence() {
    return "process " + pid + " since " + since;
  }
}
