package dev.sojourn.server.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What happens to events from import to erasure.
class LifeOfAnInstallationTest {

  private static final String SUMMARY = "{\"analysis\":\"summary\"}";

  @TempDir private Path folder = Path.of("");

  private Path file(String name, String... rows) throws IOException {
    return Files.writeString(
        folder.resolve(name), "customer,event,time,plan\n" + String.join("\n", rows) + "\n");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private ObjectNode take(Path file) {
    return Commands.run("import", file.toString(), "--data", data().toString()).json();
  }

  private Path threeCustomers() throws IOException {
    return file(
        "web.csv",
        "ann,view,2024-01-01 10:00,free",
        "ann,buy,2024-01-01 10:05,free",
        "bob,view,2024-01-02 10:00,paid",
        "carol-4711,view,2024-01-03 10:00,paid",
        "carol-4711,buy,yesterday,paid");
  }

  @Test
  void aRowThatIsNoEventIsKeptWithItsReason() throws IOException {
    ObjectNode imported = take(threeCustomers());
    assertEquals(5, imported.get("read").intValue());
    assertEquals(4, imported.get("stored").intValue());
    assertEquals(1, imported.get("rejected").intValue());
    assertEquals(3, imported.get("customers").intValue());
    List<String> kept = Files.readAllLines(Path.of(imported.get("rejectedFile").stringValue()));
    assertEquals(1, kept.size());
    ObjectNode row = (ObjectNode) Commands.JSON.readTree(kept.getFirst());
    assertEquals(5, row.get("row").intValue());
    assertEquals("carol-4711,buy,yesterday,paid", row.get("payload").stringValue());
    assertTrue(row.get("reason").stringValue().contains("yesterday"), row.toString());
  }

  @Test
  void theSameFileAgainStoresNothing() throws IOException {
    Path file = threeCustomers();
    ObjectNode first = take(file);
    ObjectNode again = take(Files.copy(file, folder.resolve("renamed.csv")));
    assertEquals(0, again.get("stored").intValue());
    assertEquals(4, again.get("duplicates").intValue());
    for (String same :
        List.of("customers", "eventNames", "firstTime", "lastTime", "rejectedFile")) {
      assertEquals(first.get(same), again.get(same), same);
    }
    ObjectNode other = take(file("web2.csv", "ann,view,2024-01-01 10:00,free"));
    assertEquals(1, other.get("stored").intValue());
  }

  @Test
  void aStoppedImportGoesOnWhenItIsRunAgain() throws IOException {
    StringBuilder rows = new StringBuilder("customer,event,time\n");
    for (int i = 0; i < 150_000; i++) {
      rows.append("c")
          .append(i % 1000)
          .append(",e")
          .append(i % 7)
          .append(",")
          .append(i)
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve("long.csv"), rows);
    AtomicInteger asked = new AtomicInteger();
    Commands.Ran stopped =
        Commands.run(
            () -> asked.incrementAndGet() > 1,
            "",
            "import",
            file.toString(),
            "--data",
            data().toString(),
            "--time-format",
            "epoch-seconds");
    assertEquals(130, stopped.code());
    assertEquals("", stopped.out());
    assertTrue(stopped.err().contains("Run the same command again to go on."), stopped.err());
    ObjectNode resumed =
        Commands.run(
                "import",
                file.toString(),
                "--data",
                data().toString(),
                "--time-format",
                "epoch-seconds")
            .json();
    assertTrue(resumed.get("duplicates").intValue() > 0);
    assertEquals(150_000, resumed.get("duplicates").intValue() + resumed.get("stored").intValue());
    assertEquals(150_000, Commands.answer(data(), SUMMARY).get("events").intValue());
  }

  @Test
  void aFilterOnAPropertySeesOnlyItsEvents() throws IOException {
    take(threeCustomers());
    ObjectNode paid =
        Commands.answer(
            data(),
            "{\"analysis\":\"funnel\",\"steps\":[\"view\",\"buy\"],\"filter\":"
                + "{\"events\":{\"properties\":{\"plan\":{\"eq\":\"paid\"}}}}}");
    assertEquals(2, paid.at("/steps/0/reached").intValue());
    assertEquals(0, paid.at("/steps/1/reached").intValue());
    assertEquals("2024-01-03T10:00:00Z", paid.get("dataThrough").stringValue());
  }

  @Test
  void anExportComesBackAsTheSameJourneys() throws IOException {
    take(threeCustomers());
    String spec = "{\"analysis\":\"variants\"}";
    for (String format : List.of("csv", "jsonl", "parquet")) {
      Path out = folder.resolve("out." + format);
      ObjectNode exported =
          Commands.run(
                  "events",
                  "export",
                  "--data",
                  data().toString(),
                  "--format",
                  format,
                  "-o",
                  out.toString())
              .json();
      assertEquals(4, exported.get("events").intValue());
      Path other = folder.resolve("from-" + format);
      ObjectNode back = Commands.run("import", out.toString(), "--data", other.toString()).json();
      assertEquals(4, back.get("stored").intValue());
      ObjectNode before = Commands.answer(data(), spec);
      ObjectNode after = Commands.answer(other, spec);
      before.remove("tookMillis");
      after.remove("tookMillis");
      assertEquals(before, after, format);
    }
  }

  @Test
  void anErasureLeavesNoByteOfThePerson() throws IOException {
    take(threeCustomers());
    Path export = data().resolve("exports/all.csv");
    Commands.run(
            "events",
            "export",
            "--data",
            data().toString(),
            "--format",
            "csv",
            "-o",
            export.toString())
        .json();
    Files.createDirectories(data().resolve("logs"));
    Files.writeString(
        data().resolve("logs/failures.log"), "F-1\nabout carol-4711 here\nabout bob\n");
    ObjectNode erased =
        Commands.run("erase", "--data", data().toString(), "--id", "customer:carol-4711").json();
    assertEquals(1, erased.get("events").intValue());
    assertEquals(1, erased.get("rejectedRows").intValue());
    assertEquals(1, erased.get("exports").intValue());
    assertEquals(1, erased.get("logLines").intValue());
    assertFalse(Files.exists(export));
    assertEquals(List.of(), filesWith("carol-4711"));
    assertEquals(2, Commands.answer(data(), SUMMARY).get("units").intValue());
    ObjectNode again = take(threeCustomers());
    assertEquals(0, again.get("stored").intValue());
    assertEquals(1, again.at("/files/0/suppressed").intValue());
    assertEquals(1, again.get("rejected").intValue());
    assertEquals(List.of(), filesWith("carol-4711"), "nor what a refused row says comes back");
    assertEquals(
        0,
        Commands.run("erase", "--data", data().toString(), "--id", "userId:nobody")
            .json()
            .get("events")
            .intValue());
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(data())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> {
            try {
              return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                  .contains(text);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .toList();
    }
  }

  @Test
  void theDoctorFindsAHealthyHouseAndBuildsAgain() throws IOException {
    take(threeCustomers());
    ObjectNode healthy = Commands.run("doctor", "--data", data().toString()).json();
    assertTrue(healthy.get("healthy").booleanValue());
    assertFalse(healthy.get("rebuilt").booleanValue());
    ObjectNode rebuilt = Commands.run("doctor", "--data", data().toString(), "--rebuild").json();
    assertTrue(rebuilt.get("rebuilt").booleanValue());
    assertEquals(4, rebuilt.get("events").intValue());
  }

  @Test
  void damageToTheJourneysIsFoundNamedAndMended() throws IOException {
    take(threeCustomers());
    Path store = data().resolve("workspaces/default/store");
    Path largest;
    try (Stream<Path> files = Files.walk(store)) {
      largest =
          files
              .filter(Files::isRegularFile)
              .max(Comparator.comparingLong(file -> file.toFile().length()))
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 0x40;
    Files.write(largest, bytes);
    ObjectNode found = Commands.run("doctor", "--data", data().toString()).json();
    assertTrue(found.get("findings").size() > 0, found.toString());
    assertTrue(found.get("rebuilt").booleanValue());
    assertEquals(4, found.get("events").intValue());
    assertTrue(
        Commands.run("doctor", "--data", data().toString()).json().get("findings").isEmpty());
  }

  @Test
  void damageToWhatTheLogHoldsIsRefusedWithTheNameOfTheFile() throws IOException {
    take(threeCustomers());
    Path manifest;
    try (Stream<Path> files = Files.list(data().resolve("workspaces/default/log"))) {
      manifest =
          files
              .filter(file -> file.getFileName().toString().startsWith("manifest"))
              .findFirst()
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(manifest);
    // In the first record, which others follow: no write was interrupted there.
    bytes[20] ^= 0x40;
    Files.write(manifest, bytes);
    List<String> said = Commands.ask(data(), SUMMARY).problems();
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.getFirst().contains(manifest.getFileName().toString()), said.getFirst());
    assertTrue(said.getFirst().contains("backup"), said.getFirst());
    ObjectNode found = Commands.run("doctor", "--data", data().toString()).json();
    assertFalse(found.get("healthy").booleanValue());
  }

  @Test
  void aMapIsDraftedCheckedAndDrawn() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      rows.append("c").append(i).append(",look,2024-01-01 10:00,x\n");
      rows.append("c").append(i).append(",cart,2024-01-01 10:01,x\n");
      if (i % 3 != 0) {
        rows.append("c").append(i).append(",pay,2024-01-01 10:02,x\n");
      }
    }
    take(file("shop.csv", rows.toString().strip()));
    Path map = folder.resolve("map.json");
    Path checked = folder.resolve("checked.json");
    Path picture = folder.resolve("map.svg");
    ObjectNode draft =
        Commands.run(
                "map", "discover", "--data", data().toString(), "-o", map.toString(), "--assign")
            .json();
    assertEquals(Commands.JSON.readTree(Files.readAllBytes(map)), draft.get("map"));
    assertEquals(200, draft.get("assignment").size());
    assertFalse(draft.get("sentences").isEmpty());
    ObjectNode check =
        Commands.run(
                "map",
                "check",
                map.toString(),
                "--data",
                data().toString(),
                "-o",
                checked.toString())
            .json();
    assertFalse(check.get("claims").isEmpty());
    assertFalse(check.at("/claims/0/sentence").stringValue().isEmpty());
    assertTrue(Commands.run("map", "lint", map.toString()).json().get("findings").isArray());
    assertTrue(
        Commands.run("map", "diff", map.toString(), map.toString())
            .json()
            .get("changes")
            .isEmpty());
    Commands.run("map", "render", checked.toString(), "-o", picture.toString()).json();
    assertTrue(Files.readString(picture).startsWith("<svg "));
    for (String name : List.of("map.png", "map.pdf")) {
      Path other = picture.resolveSibling(name);
      ObjectNode drawn =
          Commands.run("map", "render", checked.toString(), "-o", other.toString()).json();
      assertEquals(Files.size(other), drawn.get("bytes").longValue());
      assertTrue(
          new String(Files.readAllBytes(other), StandardCharsets.ISO_8859_1)
              .substring(0, 4)
              .matches(".PNG|%PDF"));
    }
    ObjectNode aligned =
        Commands.answer(
            data(), "{\"analysis\":\"alignment\",\"map\":" + Files.readString(map) + "}");
    assertEquals(200, aligned.get("units").intValue());
  }
}
