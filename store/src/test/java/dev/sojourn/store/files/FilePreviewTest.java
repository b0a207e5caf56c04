package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.files.FilePreview.Candidate;
import dev.sojourn.store.files.FilePreview.Column;
import dev.sojourn.store.files.FilePreview.Question;
import dev.sojourn.store.files.FilePreview.Topic;
import dev.sojourn.store.files.FilePreview.Use;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A preview shows what an import would do, asks what it could not tell, and stores nothing.
class FilePreviewTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final int BROKEN_FILES = 2_000;

  @TempDir Path folder;

  private FilePreview of(String text) throws IOException {
    return of(text.getBytes(StandardCharsets.UTF_8), ImportOptions.defaults());
  }

  private FilePreview of(byte[] bytes, ImportOptions options) throws IOException {
    return EventFile.preview(Files.write(folder.resolve("upload"), bytes), folder, options, NOW);
  }

  private static Column column(FilePreview preview, String name) {
    return preview.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> values(Question question) {
    return question.candidates().stream().map(Candidate::value).toList();
  }

  private static ImportOptions withFormat(ImportOptions options, String time, String format) {
    return new ImportOptions(
        options.format(),
        options.customer(),
        options.event(),
        time,
        options.order(),
        format,
        options.timeZone(),
        options.eventId(),
        options.channel(),
        options.channelValue(),
        options.properties(),
        options.dropEvents(),
        options.encoding());
  }

  @Test
  void showsTheFirstRowsAsTheyWereUnderstood() throws IOException {
    FilePreview preview =
        of(
            "user_id;event;time;amount\n7;buy;2024-01-05 10:00;3,5\n;buy;2024-01-05 10:00;1\n"
                + "8;view;nonsense;\n8;view;2024-01-06 11:00;\n9;view;2024-01-06 11:00;\n");
    assertTrue(preview.ready());
    assertEquals(FileFormat.CSV, preview.format());
    assertEquals(';', preview.delimiter());
    assertEquals("UTF-8", preview.encoding());
    assertEquals(Use.CUSTOMER, column(preview, "user_id").use());
    assertTrue(column(preview, "user_id").guessed());
    assertEquals("its name is a usual one for the customer", column(preview, "user_id").why());
    assertEquals(Use.PROPERTY, column(preview, "amount").use());
    assertEquals(List.of("7", "8", "9"), column(preview, "user_id").samples());
    assertEquals(3, preview.events().size());
    FilePreview.Row first = preview.events().getFirst();
    assertEquals("7", first.customer());
    assertEquals("buy", first.event());
    assertEquals(Instant.parse("2024-01-05T10:00:00Z"), first.time());
    assertNull(first.channel());
    assertEquals("3,5", first.properties().get("amount"));
    assertEquals(5, preview.looked());
    assertEquals(2, preview.refused());
    assertEquals(2, preview.rejected().getFirst().ordinal());
    assertEquals("Z", String.valueOf(preview.assumedZone()));
  }

  @Test
  void asksOnlyWhatItCouldNotTell() throws IOException {
    FilePreview preview =
        of(
            "Kunde,Was,Wann,Wo\nk1,kauf,2024-01-01,x\nk2,kauf,2024-01-02,y\nk2,blick,2024-01-02,z\n");
    assertFalse(preview.ready());
    assertEquals(
        List.of(Topic.CUSTOMER, Topic.EVENT),
        preview.questions().stream().map(Question::topic).toList());
    assertEquals(Use.TIME, column(preview, "Wann").use());
    assertEquals("it is the only column that holds dates", column(preview, "Wann").why());
    assertEquals("Kunde", values(preview.questions().getFirst()).getFirst());
    assertEquals("Kunde (k1, k2)", preview.questions().getFirst().candidates().getFirst().label());
    assertTrue(preview.events().isEmpty());
    assertEquals(List.of("k2", "kauf", "2024-01-02", "y"), preview.firstRows().get(1));
    FilePreview answered =
        of(
            Files.readAllBytes(folder.resolve("upload")),
            ImportOptions.defaults().withRoles("Kunde", "Was", null));
    assertTrue(answered.ready());
    assertEquals(3, answered.events().size());
    assertFalse(column(answered, "Kunde").guessed());
  }

  @Test
  void asksWhetherTheDayOrTheMonthComesFirst() throws IOException {
    FilePreview preview = of("customer,event,date\na,x,03/04/2026 10:15\nb,y,01/02/2026 09:00\n");
    Question question = preview.questions().getFirst();
    assertEquals(Topic.TIME_FORMAT, question.topic());
    assertEquals("date", question.column());
    assertEquals(List.of("d/M/yyyy H:mm", "M/d/yyyy H:mm"), values(question));
    assertEquals(
        "03/04/2026 10:15 is 3 April 2026, 10:15", question.candidates().getFirst().label());
    FilePreview answered =
        of(
            Files.readAllBytes(folder.resolve("upload")),
            withFormat(ImportOptions.defaults(), "date", "M/d/yyyy H:mm"));
    assertTrue(answered.ready());
    assertEquals(Instant.parse("2026-03-04T10:15:00Z"), answered.events().getFirst().time());
  }

  @Test
  void showsTheReadingsOnAnExampleThatTellsThemApart() throws IOException {
    FilePreview preview =
        of("customer,event,date\na,x,09/09/2026\nb,y,01/02/2026\nc,y,03/03/2026\n");
    assertEquals(
        List.of("01/02/2026 is 1 February 2026, 00:00", "01/02/2026 is 2 January 2026, 00:00"),
        preview.questions().getFirst().candidates().stream().map(Candidate::label).toList());
  }

  @Test
  void asksHowDatesAreWrittenAlthoughOneOfThemIsBad() throws IOException {
    FilePreview preview =
        of(
            "customer,event,Datum\na,x,unknown\nb,y,01/02/2026\nc,y,05/02/2026\n"
                + "d,y,31/01/2026\ne,y,07/02/2026\n");
    Question question = preview.questions().getFirst();
    assertEquals(Topic.TIME_FORMAT, question.topic());
    assertEquals("Datum", question.column());
    assertEquals(List.of("d/M/yyyy"), values(question));
    assertEquals("31/01/2026 is 31 January 2026, 00:00", question.candidates().getFirst().label());
  }

  @Test
  void refusesWhatIsNoText() {
    byte[] picture = new byte[2_560];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) i;
    }
    assertThrows(RefusedException.class, () -> of(picture, ImportOptions.defaults()));
  }

  @Test
  void findsTheWayInWhichTheOnlyDatesAreWritten() throws IOException {
    FilePreview preview = of("customer,event,Datum\na,x,25.12.2026\nb,y,01.02.2026\n");
    Question question = preview.questions().getFirst();
    assertEquals(Topic.TIME_FORMAT, question.topic());
    assertEquals("Datum", question.column());
    assertEquals(List.of("d.M.yyyy"), values(question));
  }

  @Test
  void asksForTheEncoding() throws IOException {
    byte[] latin =
        "customer,event,time\nMüller,café,2024-01-01\n".getBytes(Charset.forName("windows-1252"));
    FilePreview preview = of(latin, ImportOptions.defaults());
    assertEquals(Topic.ENCODING, preview.questions().getFirst().topic());
    byte[] header =
        "Käufer,event,time\nMüller,café,2024-01-01\n".getBytes(Charset.forName("windows-1252"));
    assertEquals(
        Topic.ENCODING, of(header, ImportOptions.defaults()).questions().getFirst().topic());
  }

  @Test
  void knowsUtf16AndPackedFiles() throws IOException {
    byte[] utf16 = "customer\tevent\ttime\nä\tö\t2024-01-01\n".getBytes(StandardCharsets.UTF_16);
    FilePreview preview = of(ReadBack.gzip(utf16), ImportOptions.defaults());
    assertTrue(preview.gzip());
    assertEquals("UTF-16BE", preview.encoding());
    assertEquals('\t', preview.delimiter());
    assertEquals("ä", preview.events().getFirst().customer());
  }

  @Test
  void showsXesAndJsonLines() throws IOException {
    FilePreview xes =
        of(
            "<log><trace><string key=\"concept:name\" value=\"c1\"/><event><string"
                + " key=\"concept:name\" value=\"e\"/><string key=\"org\" value=\"o\"/><date"
                + " key=\"time:timestamp\" value=\"2024-01-01T00:00:00Z\"/></event></trace></log>");
    assertTrue(xes.ready());
    assertEquals(List.of("c1"), column(xes, "case:concept:name").samples());
    assertEquals(Use.PROPERTY, column(xes, "org").use());
    FilePreview lines =
        of("{\"userId\":\"u\",\"event\":\"e\",\"timestamp\":\"2024-01-01\",\"a\":{\"b\":1}}\n");
    assertTrue(lines.ready());
    assertEquals("{\"b\":1}", lines.events().getFirst().properties().get("a"));
  }

  @Test
  void refusesWhatNoAnswerMends() {
    assertThrows(RefusedException.class, () -> of(""));
    assertThrows(RefusedException.class, () -> of("PK\u0003\u0004rest"));
    assertThrows(
        RefusedException.class,
        () ->
            of(
                "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                ImportOptions.defaults().withRoles("nobody", null, null)));
  }

  /// Whatever the file: an answer or one sentence, and the same events as an import.
  @Test
  void agreesWithTheImportOnBrokenFiles() throws IOException {
    List<byte[]> sound = new ArrayList<>();
    StringBuilder csv = new StringBuilder("customer,event,time,note\n");
    StringBuilder jsonl = new StringBuilder();
    StringBuilder xes = new StringBuilder("<log>");
    for (int i = 0; i < 30; i++) {
      csv.append("c").append(i).append(",e,2024-01-01,\"a\"\"b\n\"\n");
      jsonl.append("{\"customer\":\"c").append(i).append("\",\"event\":\"e\",\"time\":1}\n");
      xes.append("<trace><string key=\"concept:name\" value=\"c").append(i).append("\"/><event>");
      xes.append("<string key=\"concept:name\" value=\"e\"/></event></trace>");
    }
    for (String text : List.of(csv.toString(), jsonl.toString(), xes + "</log>")) {
      sound.add(text.getBytes(StandardCharsets.UTF_8));
      sound.add(text.getBytes(StandardCharsets.UTF_16));
      sound.add(ReadBack.gzip(text.getBytes(StandardCharsets.UTF_8)));
    }
    for (int seed = 0; seed < BROKEN_FILES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] broken = sound.get(random.nextInt(sound.size())).clone();
      for (int hits = random.nextInt(4); hits >= 0; hits--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(3) == 0) {
        broken = Arrays.copyOf(broken, random.nextInt(broken.length));
      }
      agree(broken, "seed " + seed);
    }
  }

  private void agree(byte[] broken, String which) throws IOException {
    FilePreview preview;
    try {
      preview = of(broken, ImportOptions.defaults());
    } catch (RefusedException refused) {
      assertFalse(refused.getMessage().isBlank(), which);
      assertThrows(RefusedException.class, () -> count(), which);
      return;
    }
    if (preview.ready()) {
      assertEquals(Math.min(20, count()), preview.events().size(), which);
    } else {
      preview.questions().forEach(q -> assertFalse(q.sentence().isBlank(), which));
    }
  }

  private int count() throws IOException {
    EventBatch batch = new EventBatch();
    try (EventFileReader reader =
        EventFile.open(
            folder.resolve("upload"), folder, ImportOptions.defaults(), NOW, row -> {})) {
      int events = 0;
      while (reader.next(batch)) {
        events += batch.size();
      }
      return events;
    }
  }
}
