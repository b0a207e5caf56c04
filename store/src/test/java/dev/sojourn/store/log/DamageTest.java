package dev.sojourn.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.testkit.disk.FaultyDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A flipped byte in any file of the log is noticed, and the file is named.
class DamageTest {

  @Test
  void namesTheFileOfAFlippedByte() throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 60 * Integer.getInteger("sojourn.torture", 1); i++) {
      FaultyDisk disk = log(i);
      List<Map.Entry<String, byte[]>> files =
          disk.files().entrySet().stream()
              .filter(f -> f.getKey().startsWith("/log/") && f.getValue().length > 0)
              .toList();
      Map.Entry<String, byte[]> file = files.get(i % files.size());
      int offset = random.nextInt(file.getValue().length);
      disk.flip(disk.root().resolve(file.getKey()), offset, random.nextInt(8));
      String name = file.getKey().substring("/log/".length());
      String found = findings(disk);
      assertTrue(found.contains(name), file.getKey() + " at " + offset + ": " + found);
    }
  }

  @Test
  void namesTheSegmentInWhoseListOfColumnsAByteIsFlipped() throws IOException {
    byte[] note = "sojourn.kind".getBytes(StandardCharsets.UTF_8);
    for (int after = -2; after < 8; after++) {
      FaultyDisk disk = log(1);
      Map.Entry<String, byte[]> segment =
          disk.files().entrySet().stream()
              .filter(f -> f.getKey().endsWith(".parquet"))
              .filter(f -> indexOf(f.getValue(), note) >= 0)
              .findFirst()
              .orElseThrow();
      int offset = indexOf(segment.getValue(), note) + note.length + after;
      disk.flip(disk.root().resolve(segment.getKey()), offset, 5);
      String found = findings(disk);
      assertTrue(
          found.contains(segment.getKey().substring("/log/".length())), offset + ": " + found);
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  @Test
  void namesAFileThatIsMissing() throws IOException {
    FaultyDisk disk = log(1);
    String segment =
        disk.files().keySet().stream()
            .filter(f -> f.endsWith(".parquet"))
            .findFirst()
            .orElseThrow();
    java.nio.file.Files.delete(disk.root().resolve(segment));
    assertTrue(findings(disk).contains(segment.substring("/log/".length())));
  }

  @Test
  void namesAKeyThatIsNotTheOneThatWasWritten() throws IOException {
    FaultyDisk disk = log(1);
    disk.flip(disk.root().resolve("/keys/log.key"), 7, 3);
    assertTrue(findings(disk).startsWith("keys/log.key: "), findings(disk));
  }

  @Test
  void findsNothingWhereNothingIsWrong() {
    assertEquals("", findings(log(1)));
  }

  /// A log with a file of every kind, as a killed process leaves it.
  private static FaultyDisk log(int seed) {
    FaultyDisk disk = new FaultyDisk(seed);
    EventLog log = Events.open(disk.root());
    try (Import in = log.begin("file")) {
      in.append(Events.rows(1, 300, 20));
      in.commit();
    }
    log.append("api", Events.live("a", "b"));
    log.record(new Fact.Merge("x", "y", Events.CLOCK.instant()));
    log.seal();
    log.append("api", Events.live("c", "d"));
    log.append("api", Events.live("e"));
    disk.restart();
    assertFalse(disk.files().isEmpty());
    return disk;
  }

  private static String findings(FaultyDisk disk) {
    StringBuilder found = new StringBuilder();
    try (EventLog log = Events.open(disk.root())) {
      log.notices().forEach(f -> found.append(f).append('\n'));
      log.verify().forEach(f -> found.append(f).append('\n'));
    } catch (DamagedLogException e) {
      found.append(e.getMessage());
    }
    return found.toString();
  }
}
