package dev.sojourn.server.demo.harbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarbourEventsTest {

  @TempDir Path folder;

  @Test
  void theSameBytesEveryTime() throws IOException {
    Path one = folder.resolve("one.csv");
    Path other = folder.resolve("other.csv");
    long events = HarbourEvents.write(one, done -> {}, () -> false);
    assertEquals(events, HarbourEvents.write(other, done -> {}, () -> false));
    assertEquals(-1, Files.mismatch(one, other));
    assertTrue(events > 400_000 && events < 650_000, events + " events");
  }

  @Test
  void givesUpWhenAskedTo() throws IOException {
    Path file = folder.resolve("stopped.csv");
    assertEquals(-1, HarbourEvents.write(file, done -> {}, () -> true));
  }
}
