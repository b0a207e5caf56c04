package dev.sojourn.server.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One line for the person, and the whole story in the directory of the data or nowhere.
class FailureLogTest {

  @TempDir private Path folder = Path.of("");

  private static List<String> note(@Nullable Path data) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")),
            new Random(7),
            () -> false);
    int code = new FailureLog(data, surroundings).note(new IllegalStateException("bent"));
    assertEquals(SojournCommandLine.OURS, code);
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void theStoryIsKeptUnderTheIdThatThePersonGets() throws Exception {
    List<String> said = note(folder);
    assertEquals(1, said.size(), said.toString());
    String kept = Files.readString(folder.resolve("logs/failures.log"));
    assertTrue(said.getFirst().contains(kept.substring(0, kept.indexOf(' '))), said.getFirst());
    assertTrue(kept.contains("IllegalStateException: bent"), kept);
  }

  @Test
  void withoutADirectoryTheLineSaysAllThereIs() {
    List<String> said = note(null);
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.getFirst().contains("bent."), said.getFirst());
    assertTrue(said.getFirst().contains("FailureLogTest.note"), said.getFirst());
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "");
    List<String> said = note(file);
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.getFirst().contains("could not be noted in"), said.getFirst());
    assertTrue(said.getFirst().contains("bent."), said.getFirst());
  }
}
