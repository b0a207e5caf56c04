package dev.sojourn.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.bench.EventGenerator.Settings;
import dev.sojourn.kernel.journey.Tick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventGeneratorTest {

  @TempDir Path folder;

  @Test
  void theSameSettingsGiveTheSameFile() throws IOException {
    Settings settings = new Settings(5_000, 40, false, 42);
    String first = ArrivalFile.write(EventGenerator.generate(settings), folder.resolve("a.csv"));
    String second = ArrivalFile.write(EventGenerator.generate(settings), folder.resolve("b.csv"));
    assertEquals(first, second);
  }

  @Test
  void rowsAreInOrderOfTime() throws IOException {
    Path file = folder.resolve("events.csv");
    ArrivalFile.write(EventGenerator.generate(new Settings(5_000, 40, true, 7)), file);
    List<String> lines = Files.readAllLines(file);
    assertEquals(ArrivalFile.HEADER, lines.getFirst());
    assertEquals(5_001, lines.size());
    long[] times =
        lines.stream().skip(1).mapToLong(l -> Long.parseLong(l.split(",", -1)[1])).toArray();
    assertArrayEquals(Arrays.stream(times).sorted().toArray(), times);
  }

  @Test
  void timesRiseWithinACustomerAndLieInHalfAYear() {
    Generated events = EventGenerator.generate(new Settings(20_000, 40, false, 42));
    for (int c = 0; c < events.customers(); c++) {
      for (int e = events.start()[c] + 1; e < events.start()[c + 1]; e++) {
        assertTrue(events.time()[e] > events.time()[e - 1], "customer " + c);
      }
    }
    long begin = EventGenerator.BEGIN.toEpochMilli();
    long end = begin + 182L * 24 * 3_600 * 1_000;
    for (long time : events.time()) {
      assertTrue(time >= begin && time < end);
    }
  }

  @Test
  void activityDiffersAndMostCustomersDoLittle() {
    Generated events = EventGenerator.generate(new Settings(200_000, 40, false, 42));
    double mean = (double) events.events() / events.customers();
    assertTrue(mean > 11 && mean < 17, "mean " + mean);
    long small =
        IntStream.range(0, events.customers())
            .filter(c -> events.start()[c + 1] - events.start()[c] <= 5)
            .count();
    assertTrue(small > events.customers() / 2, small + " of " + events.customers());
  }

  @Test
  void everyTouchpointOccursAndHasItsOwnName() {
    Generated events = EventGenerator.generate(new Settings(50_000, 240, false, 42));
    assertEquals(240, events.names().stream().distinct().count());
    assertTrue(new String(events.code()).chars().distinct().count() > 230);
    assertEquals(Tick.MILLISECOND, events.tick());
  }
}
