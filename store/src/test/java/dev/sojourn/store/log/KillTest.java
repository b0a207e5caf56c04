package dev.sojourn.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that writes is killed at any instant: everything that it was acknowledged is there,
/// nothing twice, no orphans, and the log opens.
class KillTest {

  private static final int KILLS = 20;
  private static final int TORTURE_KILLS = 500;

  /// Kills that one log lives through: everything is read after each, so that a log of all of them
  /// would take hours.
  private static final int KILLS_OF_A_LOG = 50;

  @TempDir Path folder;

  private Path workspace = Path.of("");
  private final Set<String> acknowledged = new HashSet<>();
  private int firstUnknownRow = 1;

  @Test
  void keepsEverythingAcknowledged() throws IOException, InterruptedException {
    int kills = Integer.getInteger("sojourn.torture", 1) == 1 ? KILLS : TORTURE_KILLS;
    Random random = new Random(42);
    for (int round = 0; round < kills; round++) {
      if (round % KILLS_OF_A_LOG == 0) {
        workspace = folder.resolve("log-of-" + round);
        acknowledged.clear();
        firstUnknownRow = 1;
      }
      liveAndDie(round, random.nextInt(150));
      check(round);
    }
  }

  private void liveAndDie(int round, int lines) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                workspace.toString(),
                Integer.toString(round),
                Integer.toString(firstUnknownRow))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      // Killed after so many acknowledgements, at whatever the process is doing by then.
      for (int i = 0; i <= lines; i++) {
        String line = out.readLine();
        assertTrue(line != null, "round " + round + ": the writer ended by itself");
        note(line);
      }
      process.toHandle().destroyForcibly();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        note(line);
      }
    }
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the writer does not die");
  }

  /// Notes an acknowledgement; one that the kill cut short has no full stop.
  private void note(String line) {
    if (!line.endsWith(".")) {
      return;
    }
    String text = line.substring(0, line.length() - 1);
    if (text.startsWith("id ")) {
      acknowledged.add(text.substring(3));
    } else if (text.startsWith("rows ")) {
      int end = Integer.parseInt(text.substring(5));
      for (int row = firstUnknownRow; row < end; row++) {
        acknowledged.add("row " + row);
      }
      firstUnknownRow = Math.max(firstUnknownRow, end);
    }
  }

  private void check(int round) throws IOException {
    List<String> found = new ArrayList<>();
    try (EventLog log = Events.open(workspace)) {
      assertEquals(List.of(), log.verify(), "round " + round);
      assertTrue(log.notices().stream().noneMatch(Finding::damage), "round " + round);
      try (EventCursor events = log.snapshot().events(Projection.all(), 0)) {
        StoredEvents batch = new StoredEvents();
        while (events.next(batch)) {
          for (int i = 0; i < batch.size(); i++) {
            String id = batch.id().text(i);
            found.add(id != null ? id : "row " + batch.ordinal()[i]);
          }
        }
      }
    }
    Set<String> distinct = new HashSet<>(found);
    assertEquals(distinct.size(), found.size(), "an event twice in round " + round);
    Set<String> lost = new HashSet<>(acknowledged);
    lost.removeAll(distinct);
    assertEquals(Set.of(), lost, "lost in round " + round);
    try (Stream<Path> files = Files.list(workspace.resolve("log"))) {
      assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".tmp")).toList(), "orphans");
    }
  }
}
