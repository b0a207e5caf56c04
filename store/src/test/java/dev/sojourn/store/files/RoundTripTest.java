package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is exported comes back as the same events.
class RoundTripTest {

  private static final String[] TEXTS = {
    "plain",
    "comma,",
    "quote\"d",
    "line\nbreak",
    "\r",
    " space ",
    "=1+1",
    "\u00fcber",
    "\ud83d\ude00",
    "{",
    "customer",
    "0",
    "null",
    "\\",
    "\t;|"
  };

  @TempDir Path folder;

  private static EventBatch random(long seed, boolean timed) {
    SplittableRandom random = new SplittableRandom(seed);
    EventBatch batch = new EventBatch();
    for (int i = 1; i <= 500; i++) {
      batch.customer().add(TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(5));
      batch.name().add(TEXTS[random.nextInt(TEXTS.length)]);
      if (random.nextBoolean()) {
        batch.id().add("id" + i);
      }
      if (random.nextBoolean()) {
        batch.channel().add(TEXTS[random.nextInt(TEXTS.length)]);
      }
      if (random.nextBoolean()) {
        batch.property("event", Kind.TEXT).add(TEXTS[random.nextInt(TEXTS.length)]);
      }
      if (random.nextBoolean()) {
        batch.property("n", Kind.NUMBER).add(Long.toString(random.nextLong()));
      }
      long time = random.nextLong(-1_000_000_000_000_000L, 3_000_000_000_000_000L);
      batch.end(timed ? time : EventBatch.UNTIMED, timed ? i : random.nextInt(9), i);
    }
    return batch;
  }

  private ReadBack through(EventBatch batch, FileFormat format) throws IOException {
    Path file = folder.resolve("export." + format.label());
    try (EventFileWriter writer = EventFile.create(file, format, List.of("event", "n"))) {
      writer.write(batch);
    }
    return ReadBack.of(file);
  }

  @Test
  void exportsComeBackAsTheSameEvents() throws IOException {
    for (FileFormat format : List.of(FileFormat.CSV, FileFormat.JSONL)) {
      for (boolean timed : new boolean[] {true, false}) {
        long seed = 3;
        EventBatch batch = random(seed, timed);
        ReadBack read = through(batch, format);
        assertEquals(List.of(), read.rejected());
        assertEquals(format, read.facts().format());
        for (int i = 0; i < batch.size(); i++) {
          ReadBack.Event e = read.events().get(i);
          String where = format + " seed " + seed + " event " + i;
          assertEquals(batch.customer().text(i), e.customer(), where);
          assertEquals(batch.name().text(i), e.name(), where);
          assertEquals(batch.time(i), e.time(), where);
          assertEquals(timed ? i + 1 : batch.seq(i), e.seq(), where);
          assertEquals(batch.id().text(i), e.id(), where);
          assertEquals(batch.channel().text(i), e.channel(), where);
          assertEquals(
              batch.property("event", Kind.TEXT).text(i), e.properties().get("event:TEXT"), where);
          String kind = format == FileFormat.CSV ? "n:TEXT" : "n:NUMBER";
          assertEquals(batch.property("n", Kind.NUMBER).text(i), e.properties().get(kind), where);
        }
      }
    }
  }
}
