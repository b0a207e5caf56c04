package dev.sojourn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.store.event.PropertyColumn.Kind;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One customer as the log knows them, page by page.
class CustomerTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir private Path folder;

  @Test
  void tellsWhatACustomerDidOverAllChannels() throws IOException {
    String csv =
        """
        customer,event,time,channel,amount,note
        ann,view,2026-03-01T10:00:00Z,web,,
        ben,view,2026-03-01T10:00:30Z,web,,
        ann,pay,2026-03-01T10:31:00Z,store,12.50,"thanks, all"
        ann,cart,2026-03-01T10:10:00Z,web,12.50,
        ann,call,2026-03-03T08:00:00Z,,,
        """;
    try (Installation installation = installation()) {
      Workspace workspace = workspace(installation, csv);
      Customer ann = workspace.customer("ann", 3, null);
      assertNotNull(ann);
      assertEquals(List.of("ann"), ann.identifiers());
      assertEquals(4, ann.events());
      assertEquals(Instant.parse("2026-03-01T10:00:00Z"), ann.firstTime());
      assertEquals(Instant.parse("2026-03-03T08:00:00Z"), ann.lastTime());
      assertEquals(
          List.of(
              new Customer.Channel("web", 2),
              new Customer.Channel("store", 1),
              new Customer.Channel(null, 1)),
          ann.channels());
      assertEquals(List.of("view", "cart", "pay"), names(ann));
      Customer.Event pay = ann.timeline().get(2);
      assertEquals("store", pay.channel());
      assertEquals(1, pay.session());
      assertEquals(
          List.of(
              new Customer.Property("amount", Kind.TEXT, "12.50"),
              new Customer.Property("note", Kind.TEXT, "thanks, all")),
          pay.properties().stream()
              .map(p -> new Customer.Property(p.name(), Kind.TEXT, p.text()))
              .toList());
      Customer rest = workspace.customer("ann", 3, ann.next());
      assertNotNull(rest);
      assertEquals(List.of("call"), names(rest));
      assertEquals(2, rest.timeline().getFirst().session());
      assertNull(rest.next());
      assertNull(workspace.customer("an", 3, null));
    }
  }

  @Test
  void keepsTheOrderOfTheJourneyOnEveryPage() throws IOException {
    Random random = new Random(11);
    StringBuilder csv = new StringBuilder("customer,event,time\n");
    for (int i = 0; i < 3_000; i++) {
      csv.append("c").append(random.nextInt(20)).append(",e").append(random.nextInt(9));
      csv.append(",").append(Instant.ofEpochSecond(1_700_000_000L + random.nextInt(500)));
      csv.append('\n');
    }
    try (Installation installation = installation()) {
      Workspace workspace = workspace(installation, csv.toString());
      for (Map.Entry<String, List<String>> journey : journeys(workspace).entrySet()) {
        List<String> paged = new ArrayList<>();
        Customer.@Nullable Position after = null;
        do {
          Customer page = workspace.customer(journey.getKey(), 1 + random.nextInt(60), after);
          assertNotNull(page);
          assertEquals(journey.getValue().size(), page.events());
          paged.addAll(names(page));
          after = page.next();
        } while (after != null);
        assertEquals(journey.getValue(), paged, journey.getKey());
      }
    }
  }

  private Installation installation() throws IOException {
    return Installation.open(folder.resolve("data"), CLOCK, new Random(1));
  }

  private Workspace workspace(Installation installation, String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("events.csv"), csv);
    ImportOptions guessed = ImportOptions.defaults();
    ImportOptions options =
        new ImportOptions(
            guessed.format(),
            "customer",
            "event",
            "time",
            null,
            null,
            ZoneOffset.UTC,
            null,
            csv.contains("channel") ? "channel" : null,
            null,
            guessed.properties(),
            guessed.dropEvents(),
            null);
    Workspace workspace = installation.workspace("default");
    workspace.importFiles(List.of(file), options, (path, bytes, total, rows) -> true);
    return workspace;
  }

  private static List<String> names(Customer customer) {
    return customer.timeline().stream().map(Customer.Event::name).toList();
  }

  private static Map<String, List<String>> journeys(Workspace workspace) throws IOException {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    JourneyBlock block = new JourneyBlock();
    try (Journeys journeys = workspace.journeys(BuildProgress.NONE)) {
      for (JourneyPart part : journeys.parts()) {
        try (JourneyCursor cursor = part.open()) {
          while (cursor.next(block)) {
            for (int j = 0; j < block.journeys(); j++) {
              List<String> path = new ArrayList<>();
              for (int i = block.start()[j]; i < block.start()[j + 1]; i++) {
                path.add(journeys.vocabulary().name(block.code()[i]));
              }
              paths.put(journeys.unitId(block.unit(j)), path);
            }
          }
        }
      }
    }
    return paths;
  }
}
