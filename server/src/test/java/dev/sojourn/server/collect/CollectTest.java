package dev.sojourn.server.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.OnEveryDatabase;
import dev.sojourn.server.TestServer;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.files.EventFile;
import dev.sojourn.store.files.EventFileWriter;
import dev.sojourn.store.files.FileFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Files come in over HTTP: shown before they are stored, imported as jobs, listed as sources.
class CollectTest {

  private static final String ROOM = CollectClient.ROOM;

  @TempDir Path directory;
  private @Nullable TestServer running;

  private CollectClient client() throws IOException {
    running = TestServer.on(directory.resolve("data"));
    return new CollectClient(running);
  }

  @AfterEach
  void end() throws IOException {
    if (running != null) {
      running.close();
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private byte[] parquet() throws IOException {
    Path file = directory.resolve("made.parquet");
    EventBatch batch = new EventBatch();
    for (int i = 0; i < 3; i++) {
      batch.customer().add("p" + i);
      batch.name().add("view");
      batch.end(1_700_000_000_000_000L + i, i);
    }
    try (EventFileWriter writer = EventFile.create(file, FileFormat.PARQUET, List.of())) {
      writer.write(batch);
    }
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.server.OnEveryDatabase#kinds")
  void aFileIsShownImportedAndListed(OnEveryDatabase.Kind kind) throws Exception {
    try (TestServer server = OnEveryDatabase.server(kind, directory.resolve("data"))) {
      CollectClient client = new CollectClient(server);
      String upload =
          client.upload(
              "C:\\mine\\Käufe.csv", "kunde;event;time\n1;buy;2026-01-05\n;buy;2026-01-05\n");
      JsonNode shown = client.preview(upload, "{}").json();
      assertEquals("CUSTOMER", shown.at("/questions/0/topic").asString(), shown.toString());
      assertFalse(shown.get("ready").asBoolean());
      JsonNode answered = client.preview(upload, "{\"customer\":\"kunde\"}").json();
      assertTrue(answered.get("ready").asBoolean());
      assertEquals("2026-01-05T00:00:00Z", answered.at("/events/0/time").asString());
      assertEquals("UTC", answered.get("assumedTimeZone").asString());
      assertEquals(1, answered.get("refused").asInt());
      JsonNode job = client.imported("{\"customer\":\"kunde\"}", upload);
      assertEquals("DONE", job.get("state").asString(), job.toString());
      assertEquals("Import of Käufe.csv", job.get("title").asString());
      JsonNode result = job.get("result");
      assertEquals(1, result.get("stored").asInt());
      assertFalse(result.has("rejectedFile"));
      JsonNode source = client.sources().get(0);
      assertEquals(result.get("source").asString(), source.get("id").asString());
      assertEquals("Käufe.csv", source.get("name").asString());
      assertEquals(1, source.get("events").asInt());
      assertEquals(1, source.get("rejected").asInt());
      assertEquals("2026-01-05T00:00:00Z", source.get("lastTime").asString());
      JsonNode rejected =
          server.get(ROOM + "/sources/" + source.get("id").asString() + "/rejected").json();
      assertEquals(1, rejected.get("total").asInt());
      assertEquals("Käufe.csv", rejected.at("/rows/0/file").asString());
      assertEquals(2, rejected.at("/rows/0/row").asInt());
      assertEquals(1, server.get(ROOM).json().get("events").asInt());
      assertEquals(404, client.preview(upload, "{}").status());
      JsonNode again =
          client.imported(
              "{\"customer\":\"kunde\"}",
              client.upload("copy.csv", "kunde;event;time\n1;buy;2026-01-05\n;buy;2026-01-05\n"));
      assertEquals(0, again.at("/result/stored").asInt());
      assertEquals(1, again.at("/result/duplicates").asInt());
      assertEquals(1, client.sources().size());
    }
  }

  @Test
  void everyFormatComesIn() throws Exception {
    CollectClient client = client();
    String[] uploads = {
      client.upload("a.tsv", "customer\tevent\ttime\na\tx\t2024-01-01T10:00:00+02:00\n"),
      client.upload("b.jsonl", "{\"customer\":\"b\",\"event\":\"x\",\"time\":\"2024-01-01\"}\n"),
      client.upload(
          "c.xes",
          "<log><trace><string key=\"concept:name\" value=\"c\"/><event><string"
              + " key=\"concept:name\" value=\"x\"/><date key=\"time:timestamp\""
              + " value=\"2024-01-01T00:00:00Z\"/></event></trace></log>"),
      client.upload("d.parquet", parquet()),
      client.upload("e.csv.gz", gzip("customer,event,time\ne,x,2024-01-01\n")),
      client.upload(
          "f.csv",
          "customer;event;time;note\nf;x;2024-01-01;\"two\nlines; one cell\"\n"
              .getBytes(StandardCharsets.UTF_16)),
    };
    JsonNode job = client.imported("{}", uploads);
    assertEquals("DONE", job.get("state").asString(), job.toString());
    assertEquals(8, job.at("/result/stored").asInt(), job.toString());
    assertEquals("Import of 6 files", job.get("title").asString());
    assertEquals(6, client.sources().size());
    assertEquals(
        List.of(), List.of(directory.resolve("data/workspaces/default/uploads").toFile().list()));
  }

  @Test
  void aBadFileKeepsNoGoodOneOut() throws Exception {
    CollectClient client = client();
    byte[] packed = gzip("customer,event,time\n" + "e,x,2024-01-01\n".repeat(20_000));
    JsonNode job =
        client.imported(
            "{}",
            client.upload("empty.csv", ""),
            client.upload("photo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2}),
            client.upload("header only.csv", "customer,event,time\n"),
            client.upload("nobody.csv", "customer,event,time\n,x,2024-01-01\n"),
            client.upload("half.csv.gz", Arrays.copyOf(packed, packed.length / 2)),
            client.upload("good.csv", "customer,event,time\ng,x,2024-01-01\n"));
    assertEquals("DONE", job.get("state").asString(), job.toString());
    JsonNode result = job.get("result");
    List<String> bad =
        result.get("problems").valueStream().map(p -> p.get("field").asString()).toList();
    assertEquals(List.of("empty.csv", "photo.png", "header only.csv", "nobody.csv"), bad);
    result
        .get("problems")
        .forEach(p -> {
          assertTrue(p.get("message").asString().endsWith("."), p.toString());
          assertFalse(p.get("message").asString().contains("--"), p.toString());
          assertFalse(p.get("message").asString().contains(directory.toString()), p.toString());
        });
    assertTrue(result.get("stored").asInt() > 1, job.toString());
    JsonNode half =
        result
            .get("files")
            .valueStream()
            .filter(f -> f.get("file").asString().equals("half.csv.gz"))
            .findFirst()
            .orElseThrow();
    assertTrue(half.get("truncated").asBoolean());
  }

  @Test
  void onlyBadFilesAreRefusedWithTheReasonOfEach() throws Exception {
    CollectClient client = client();
    JsonNode job =
        client.imported("{}", client.upload("a.csv", "x"), client.upload("b.csv", "a,b\n1,2\n"));
    assertEquals("FAILED", job.get("state").asString());
    assertTrue(job.get("problems").size() >= 2, job.toString());
    assertEquals("a.csv", job.at("/problems/0/field").asString());
    assertEquals(0, client.sources().size());
  }

  @Test
  void formulasAndMarkupStayTextAndRefusedRowsAreHarmlessInASpreadsheet() throws Exception {
    CollectClient client = client();
    String upload =
        client.upload(
            "=cmd().csv",
            "customer,event,time,note\n=1+1,<b>buy</b>,2024-01-01,@x\n"
                + "\"=HYPERLINK(\"\"http://x\"\")\",buy,never,\"-2\"\n");
    JsonNode shown = client.preview(upload, "{}").json();
    assertEquals("=1+1", shown.at("/events/0/customer").asString());
    assertEquals("<b>buy</b>", shown.at("/events/0/event").asString());
    JsonNode job = client.imported("{}", upload);
    String source = job.at("/result/source").asString();
    TestServer.Answer csv = client.server().get(ROOM + "/sources/" + source + "/rejected.csv");
    assertEquals(200, csv.status());
    assertTrue(csv.text().contains("\"'=cmd().csv\",\"2\",\"time\""), csv.text());
    String[] lines = csv.text().split("\r\n", -1);
    assertFalse(Arrays.stream(lines).anyMatch(line -> line.contains(",\"=")), csv.text());
  }

  @Test
  void manyNamesAndMixedZones() throws Exception {
    CollectClient client = client();
    StringBuilder names = new StringBuilder("customer,event,time\n");
    for (int i = 0; i < 1_000; i++) {
      names.append("c,event ").append(i).append(",2024-01-01T00:00:00");
      names.append(i % 3 == 0 ? "Z" : i % 3 == 1 ? "+05:30" : "").append('\n');
    }
    JsonNode job =
        client.imported(
            "{\"timeZone\":\"Europe/Berlin\"}", client.upload("n.csv", names.toString()));
    assertEquals(1_000, job.at("/result/eventNames").asInt());
    assertEquals("Europe/Berlin", job.at("/result/files/0/assumedTimeZone").asString());
    assertEquals("2023-12-31T18:30:00Z", job.at("/result/firstTime").asString());
    assertEquals("2024-01-01T00:00:00Z", job.at("/result/lastTime").asString());
  }

  @Test
  void refusedRowsComeInPages() throws Exception {
    CollectClient client = client();
    String rows = "customer,event,time\nok,x,2024-01-01\n" + ",x,2024-01-01\n".repeat(120);
    JsonNode job = client.imported("{}", client.upload("r.csv", rows));
    String address = ROOM + "/sources/" + job.at("/result/source").asString() + "/rejected";
    JsonNode first = client.server().get(address + "?limit=50").json();
    assertEquals(120, first.get("total").asInt());
    assertEquals(50, first.get("rows").size());
    JsonNode last = client.server().get(address + "?limit=50&cursor=100").json();
    assertEquals(20, last.get("rows").size());
    assertTrue(last.get("next").isNull());
    assertEquals(400, client.server().get(address + "?limit=0").status());
    assertEquals(400, client.server().get(address + "?cursor=x").status());
    assertEquals(404, client.server().get(ROOM + "/sources/none/rejected").status());
  }

  @Test
  void whatIsAskedWronglyIsRefusedInTheWordsOfThePage() throws Exception {
    CollectClient client = client();
    String upload = client.upload("a.csv", "customer,event,time\na,x,2024-01-01\n");
    for (String options :
        List.of(
            "{\"customer\":\"nobody\"}",
            "{\"timeZone\":\"Mars\"}",
            "{\"encoding\":\"none such\"}",
            "{\"format\":\"pdf\"}",
            "{\"time\":\"time\",\"order\":\"time\"}",
            "{\"timeFormat\":\"%Y\"}",
            "{\"colour\":1}")) {
      TestServer.Answer answer = client.preview(upload, options);
      assertEquals(400, answer.status(), answer.text());
      assertFalse(answer.text().contains("--"), answer.text());
      assertTrue(answer.json().at("/problems/0/message").asString().endsWith("."), answer.text());
    }
    assertEquals(404, client.preview("none", "{}").status());
    assertEquals(404, client.server().post(ROOM + "/imports", "{\"uploads\":[\"none\"]}").status());
    assertEquals(400, client.server().post(ROOM + "/imports", "{\"uploads\":[]}").status());
    assertEquals(400, client.send("", new byte[1]).status());
    assertEquals(204, client.server().delete(ROOM + "/uploads/" + upload).status());
    assertEquals(204, client.server().delete(ROOM + "/uploads/" + upload).status());
    assertEquals(404, client.preview(upload, "{}").status());
  }

  @Test
  void erasureReachesUploads() throws Exception {
    CollectClient client = client();
    String upload = client.upload("a.csv", "customer,event,time\nanna,x,2024-01-01\n");
    assertEquals(
        1, client.server().bean(Workspaces.class).require("default").erase("anna").uploads());
    JsonNode job = client.imported("{}", upload);
    assertEquals("FAILED", job.get("state").asString());
    assertEquals(
        "The file is not here any more; choose it once more.",
        job.at("/problems/0/message").asString());
  }

  @Test
  void aStoppedImportKeepsWhatItStoredAndGoesOn() throws Exception {
    CollectClient client = client();
    StringBuilder rows = new StringBuilder("customer,event,time\n");
    for (int i = 0; i < 1_500_000; i++) {
      rows.append('c')
          .append(i % 999)
          .append(",e")
          .append(i % 7)
          .append(',')
          .append(i)
          .append('\n');
    }
    String job =
        client.start(
            "{\"timeFormat\":\"epoch-seconds\"}", client.upload("long.csv", rows.toString()));
    while (client.job(job).get("done").asLong() == 0) {
      Thread.onSpinWait();
    }
    client.server().post("/api/v1/jobs/" + job + "/cancel", "");
    JsonNode stopped = client.ended(job);
    assertEquals("CANCELLED", stopped.get("state").asString(), stopped.toString());
    assertTrue(stopped.get("resumable").asBoolean());
    long kept = client.sources().get(0).get("events").asLong();
    assertTrue(kept > 0 && kept < 1_500_000, stopped.toString());
    assertEquals(
        String.format(
            java.util.Locale.ENGLISH, "Stopped as asked; %,d new events are stored.", kept),
        stopped.get("sentence").asString());
    client.server().post("/api/v1/jobs/" + job + "/resume", "");
    JsonNode done = client.ended(job);
    assertEquals("DONE", done.get("state").asString(), done.toString());
    assertEquals(1_500_000, done.at("/result/stored").asLong());
    assertEquals(0, done.at("/result/duplicates").asLong());
    assertEquals(1_500_000, client.sources().get(0).get("events").asLong());
  }
}
