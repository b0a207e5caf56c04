package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.store.event.EventBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Real and published files, held against counts that others computed.
class ReferenceFilesTest {

  private static Optional<Path> data(String name) {
    Path reference = Path.of(System.getProperty("sojourn.reference"));
    return Files.isDirectory(reference)
        ? Optional.of(reference.resolve("data").resolve(name))
        : Optional.empty();
  }

  private static ImportOptions dropping(String name) {
    ImportOptions o = ImportOptions.defaults();
    return new ImportOptions(
        o.format(),
        null,
        null,
        null,
        null,
        null,
        o.timeZone(),
        null,
        null,
        null,
        o.properties(),
        Set.of(name),
        null);
  }

  static ImportOptions ordered(String column) {
    ImportOptions o = ImportOptions.defaults();
    return new ImportOptions(
        o.format(),
        null,
        null,
        null,
        column,
        null,
        o.timeZone(),
        null,
        null,
        null,
        o.properties(),
        Set.of(),
        null);
  }

  private static long customers(ReadBack read) {
    return read.events().stream().map(ReadBack.Event::customer).distinct().count();
  }

  /// Counts of event names against `activity_counts` of the oracle.
  private static void assertCounts(ReadBack read, String log, String part) throws IOException {
    Path reference = Path.of(System.getProperty("sojourn.reference"));
    JsonNode oracle =
        new ObjectMapper()
            .readTree(Files.readAllBytes(reference.resolve("oracles/01_logs_open.json")))
            .get(log)
            .get(part);
    Map<String, Integer> expected = new TreeMap<>();
    oracle
        .get("activity_counts")
        .properties()
        .forEach(count -> expected.put(count.getKey(), count.getValue().intValue()));
    Map<String, Integer> found =
        read.events().stream()
            .collect(
                Collectors.groupingBy(
                    ReadBack.Event::name, TreeMap::new, Collectors.summingInt(e -> 1)));
    assertEquals(expected, found);
    assertEquals(oracle.get("cases").longValue(), customers(read));
    assertEquals(oracle.get("events").longValue(), read.events().size());
    assertEquals(List.of(), read.rejected());
  }

  @Test
  void dropsTheSyntheticEndsOfTheShop() throws IOException {
    Optional<Path> file = data("simple_shop/simple-onlineshop.csv.gz");
    if (file.isEmpty()) {
      return;
    }
    ReadBack all = ReadBack.of(file.get());
    assertEquals(35_381, all.events().size());
    assertEquals(3_751, customers(all));
    assertEquals(
        Map.of("customer", "user_id", "event", "event", "time", "timestamp"), all.facts().roles());
    assertTrue(all.zoneAssumed());
    ReadBack kept = ReadBack.of(file.get(), dropping("lost"));
    assertEquals(32_283, kept.events().size());
    assertEquals(3_098, kept.dropped());
    assertEquals(35_381, kept.rowsRead());
  }

  @Test
  void readsSepsis() throws IOException {
    Optional<Path> file = data("sepsis/sepsis.csv.gz");
    if (file.isPresent()) {
      assertCounts(ReadBack.of(file.get()), "sepsis", "by_name");
    }
  }

  @Test
  void readsTheSameEventsFromXesAndCsv() throws IOException {
    Optional<Path> xes = data("receipt/08_receipt.xes.gz");
    Optional<Path> csv = data("receipt/receipt.csv.gz");
    if (xes.isEmpty() || csv.isEmpty()) {
      return;
    }
    ReadBack fromXes = ReadBack.of(xes.get());
    assertCounts(fromXes, "receipt", "by_name");
    assertEquals(ReadBack.of(csv.get()).journeyParts(), fromXes.journeyParts());
  }

  @Test
  void keepsEveryTransitionOfTheLoanLog() throws IOException {
    Optional<Path> file = data("bpic2012/bpic2012.xes.gz");
    if (file.isPresent()) {
      assertCounts(ReadBack.of(file.get()), "bpic2012", "all_events_by_name");
    }
  }

  @Test
  void readsTheSmallLogs() throws IOException {
    Optional<Path> running = data("format_samples/running-example.xes");
    Optional<Path> traffic = data("format_samples/roadtraffic100traces.xes.gz");
    if (running.isPresent() && traffic.isPresent()) {
      assertCounts(ReadBack.of(running.get()), "running_example", "by_name");
      assertCounts(ReadBack.of(traffic.get()), "roadtraffic_100", "by_name");
    }
  }

  @Test
  void ordersWhereThereIsNoTime() throws IOException {
    Optional<Path> file = data("greps_journeys/greps_journeys.csv");
    if (file.isEmpty()) {
      return;
    }
    ReadBack read = ReadBack.of(file.get(), ordered("position"));
    assertCounts(read, "greps", "summary");
    assertTrue(read.events().stream().allMatch(e -> e.time() == EventBatch.UNTIMED));
    assertEquals(1, read.events().getFirst().seq());
    assertEquals(
        read.events().size(),
        read.events().stream().map(ReadBack.Event::ordinal).distinct().count());
  }

  @Test
  void rejectsGuestsOfTheMusicApp() throws IOException {
    Optional<Path> file = data("sparkify_logs/events-2018-11.jsonl.gz");
    if (file.isEmpty()) {
      return;
    }
    ReadBack read = ReadBack.of(file.get());
    assertEquals(8_056, read.rowsRead());
    assertEquals(286, read.rejected().size());
    assertEquals(8_056 - 286, read.events().size());
    assertEquals(1_541_105_830_796_000L, read.events().getFirst().time());
    assertEquals("0", read.events().getFirst().properties().get("itemInSession:NUMBER"));
  }

  @Test
  void readsFractionsOfEpochSeconds() throws IOException {
    Optional<Path> file = data("session_cut/synthetic_1_delay0.05.csv.gz");
    if (file.isEmpty()) {
      return;
    }
    ReadBack read = ReadBack.of(file.get());
    assertEquals(6_029, read.events().size());
    assertEquals(1_986_368, read.events().getFirst().time());
    assertFalse(read.zoneAssumed());
  }

  @Test
  void refusesFormatsOfOthersByName() {
    Optional<Path> folder = data("format_samples");
    if (folder.isEmpty()) {
      return;
    }
    for (String name : List.of("ocel20_example.sqlite", "ocel20_example.xmlocel")) {
      BadInputTest.assertRefused(folder.get().resolve(name), "CSV, JSON Lines, Parquet and XES");
    }
  }
}
