package dev.sojourn.server.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.ServerProcess;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The process as people start it: one directory for one process, and no kill that loses anything.
class ProcessTest {

  private static final int ROWS = 3_000_000;

  @TempDir private Path folder = Path.of("");

  private Process start(String... arguments) throws IOException {
    return new ProcessBuilder(ServerProcess.command(arguments)).start();
  }

  private Path longFile() throws IOException {
    Path file = folder.resolve("long file.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("customer,event,time\n");
      for (int i = 0; i < ROWS; i++) {
        out.write("c" + i % 5_000 + ",e" + i % 11 + "," + i + "\n");
      }
    }
    return file;
  }

  @Test
  void aSecondProcessIsRefusedWithTheNameOfTheFirstAndAKillLosesNothing()
      throws IOException, InterruptedException {
    String file = longFile().toString();
    String data = folder.resolve("data of mine").toString();
    Process first =
        start("import", file, "--data", data, "--time-format", "epoch-seconds", "--progress");
    // Its first line of progress says that it reads, so it has the directory.
    try (BufferedReader err = first.errorReader(StandardCharsets.UTF_8)) {
      String line = err.readLine();
      assertTrue(line != null && line.startsWith("Reading"), String.valueOf(line));
      Process second = start("doctor", "--data", data);
      String refusal = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      String answer = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(2, second.waitFor(), refusal);
      assertEquals("", answer);
      assertTrue(refusal.contains("in use by process " + first.pid() + " since 2"), refusal);
      first.destroyForcibly();
      first.waitFor();
    }
    ObjectNode again =
        Commands.run("import", file, "--data", data, "--time-format", "epoch-seconds").json();
    assertEquals(ROWS, again.get("stored").intValue() + again.get("duplicates").intValue());
    assertEquals(
        ROWS,
        Commands.answer(Path.of(data), "{\"analysis\":\"summary\"}").get("events").intValue());
    assertTrue(Commands.run("doctor", "--data", data).json().get("healthy").booleanValue());
  }
}
