package dev.sojourn.store.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn.Kind;
import dev.sojourn.store.log.EventLog;
import dev.sojourn.store.log.Fact;
import dev.sojourn.store.log.Import;
import dev.sojourn.store.log.LogSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store over the event log itself.
class JourneysOfTheLogTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void followsTheLogThroughImportLiveEventsMergeSplitAndErasure() throws IOException {
    MemoryLog model = new MemoryLog();
    try (EventLog log =
            EventLog.open(folder, LogSettings.DEFAULT, InstantSource.fixed(NOW), new Random(1));
        JourneyStore store = JourneyStore.open(folder.resolve("store"), log)) {
      EventBatch batch = new EventBatch();
      for (int i = 1; i <= 500; i++) {
        add(batch, model, i, null);
      }
      try (Import bulk = log.begin("sha256:file")) {
        bulk.append(batch);
        bulk.commit();
      }
      assertSame(model, store);

      batch.clear();
      for (int i = 501; i <= 530; i++) {
        add(batch, model, i, "live-" + i);
      }
      log.append("http", batch);
      assertSame(model, store);

      log.record(new Fact.Merge("customer-3-of-the-shop", "customer-8-of-the-shop", NOW));
      model.decide(IdentityFact.Kind.MERGE, "customer-3-of-the-shop", "customer-8-of-the-shop");
      assertSame(model, store);

      log.seal();
      log.record(new Fact.Split("customer-3-of-the-shop", "customer-8-of-the-shop", NOW));
      model.decide(IdentityFact.Kind.SPLIT, "customer-3-of-the-shop", "customer-8-of-the-shop");
      assertSame(model, store);

      log.erase(List.of("customer-8-of-the-shop"));
      model.erase("customer-8-of-the-shop");
      assertSame(model, store);
      assertNoFileNames("customer-8-of-the-shop");
      log.compact();
      store.compactFully(BuildProgress.NONE);
      assertSame(model, store);
    }
  }

  private static void add(EventBatch batch, MemoryLog model, int i, @Nullable String id) {
    String customer = "customer-" + i % 17 + "-of-the-shop";
    String name = "name" + i % 5;
    long micros = 1_700_000_000_000_000L + i * 7_919L % 97 * 1_000;
    batch.customer().add(customer);
    batch.name().add(name);
    if (id != null) {
      batch.id().add(id);
    }
    batch.property("platform", Kind.TEXT).add("p" + i % 3);
    batch.end(micros, i);
    model.add(
        new MemoryLog.Event(
            customer,
            name,
            null,
            micros,
            i,
            i,
            "sha256:file",
            id,
            Map.of("platform", "p" + i % 3)));
  }

  private static void assertSame(MemoryLog model, JourneyStore store) throws IOException {
    store.refresh(BuildProgress.NONE);
    try (Journeys journeys = store.snapshot()) {
      JourneysText.assertSame(model.journeys(EventFilter.ALL), journeys, "");
    }
    EventFilter filter = new EventFilter(List.of("name1"), Map.of("platform", List.of("p2")));
    try (Journeys view = store.view(filter, BuildProgress.NONE)) {
      assertEquals(JourneysText.of(model.journeys(filter)), JourneysText.of(view));
    }
  }

  private void assertNoFileNames(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertEquals(-1, bytes.indexOf(text), file.toString());
      }
    }
  }
}
