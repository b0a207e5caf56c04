package dev.sojourn.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.store.event.EventBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred million ids, then some of them again: each is found. Says how quickly.
@Tag("torture")
class ManyIdsTest {

  private static final int IDS = 100_000_000;
  private static final int AGAIN = 10_000_000;
  private static final long GOAL_PER_SECOND = 100_000;

  @TempDir Path workspace;

  @Test
  void findsDuplicatesAmongAHundredMillionIds() {
    try (EventLog log = Events.open(workspace)) {
      long start = System.nanoTime();
      assertEquals(new Appended(IDS, 0, 0), bring(log, 0, IDS));
      printRate("new ids", IDS, start);
      start = System.nanoTime();
      assertEquals(new Appended(0, AGAIN, 0), bring(log, IDS / 2, IDS / 2 + AGAIN));
      printRate("ids that are there", AGAIN, start);
    }
  }

  /// Printed, not asserted: how fast a machine is that others use too is no property of the code.
  private static void printRate(String what, long events, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s: %,d events a second, goal %,d%n", what, (long) (events / seconds), GOAL_PER_SECOND);
  }

  private static Appended bring(EventLog log, int from, int to) {
    EventBatch batch = new EventBatch();
    byte[] name = "event".getBytes(StandardCharsets.UTF_8);
    byte[] id = new byte[20];
    try (Import in = log.begin("ids " + from)) {
      for (int i = from; i < to; i++) {
        hex(i * 0x9E3779B97F4A7C15L, id);
        batch.id().add(id, 0, id.length);
        batch.customer().add(id, 0, 4);
        batch.name().add(name, 0, name.length);
        batch.end(Events.START + i, i);
        if (batch.isFull()) {
          in.append(batch);
          batch.clear();
        }
      }
      in.append(batch);
      return in.commit();
    }
  }

  private static void hex(long number, byte[] out) {
    long rest = number;
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) "0123456789abcdef".charAt((int) (rest & 15));
      rest = Long.rotateRight(rest, 4);
    }
  }
}
