package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Input that is wrong costs its own row, or is refused with a sentence that says what to do.
class BadInputTest {

  private static final String HEADER = "customer,event,time,note\n";
  private static final String GOOD = "ann,view,2024-01-01,x\n";

  @TempDir Path folder;

  static void assertRefused(Path file, String... parts) {
    assertRefused(file, ImportOptions.defaults(), parts);
  }

  static void assertRefused(Path file, ImportOptions options, String... parts) {
    RefusedException refused =
        assertThrows(RefusedException.class, () -> ReadBack.of(file, options));
    for (String part : parts) {
      assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }
  }

  private void assertOneRejected(String row, String field, String part) throws IOException {
    ReadBack read = ReadBack.ofText(folder, HEADER + GOOD + row + GOOD);
    assertEquals(2, read.events().size(), row);
    assertEquals(1, read.rejected().size(), row);
    RejectedRow rejected = read.rejected().getFirst();
    assertEquals(2, rejected.ordinal());
    assertEquals(field, rejected.field());
    assertTrue(rejected.reason().contains(part), rejected.reason());
    assertEquals(3, read.events().getLast().ordinal());
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void rejectsRaggedRows() throws IOException {
    assertOneRejected("bob,view,2024-01-01\n", "", "3 cells where the header has 4");
    assertOneRejected("bob,view,2024-01-01,a,b\n", "", "5 cells where the header has 4");
  }

  @Test
  void takesRowsThatEndInEmptyCells() throws IOException {
    ReadBack read = ReadBack.ofText(folder, HEADER + "bob,view,2024-01-01,a,,\n");
    assertEquals(1, read.events().size());
  }

  @Test
  void rejectsRowsWithoutCustomerEventOrTime() throws IOException {
    assertOneRejected(",view,2024-01-01,x\n", "customer", "no customer");
    assertOneRejected("bob,\"\",2024-01-01,x\n", "event", "no event");
    assertOneRejected("bob,view,,x\n", "time", "no time");
  }

  @Test
  void rejectsTimesThatAreNone() throws IOException {
    assertOneRejected("bob,view,yesterday,x\n", "time", "--time-format");
    assertOneRejected("bob,view,2024-02-30,x\n", "time", "'2024-02-30'");
    assertOneRejected("bob,view,24/02/2015 11:35,x\n", "time", "--time-format");
    assertOneRejected("bob,view,20240131,x\n", "time", "yyyyMMdd");
  }

  @Test
  void rejectsRowsWithNulBytes() throws IOException {
    assertOneRejected("bob,vi\0ew,2024-01-01,x\n", "", "NUL");
  }

  @Test
  void rejectsRowsInAnotherEncoding() throws IOException {
    byte[] bytes =
        (HEADER + GOOD + "j\u00fcrgen,view,2024-01-01,x\n" + GOOD)
            .getBytes(StandardCharsets.ISO_8859_1);
    ReadBack read = ReadBack.of(file("events", bytes));
    assertEquals(2, read.events().size());
    assertTrue(read.rejected().getFirst().reason().contains("--encoding windows-1252"));
  }

  @Test
  void strayQuoteCostsItsOwnLineOnly() throws IOException {
    assertOneRejected("bob,\"view,2024-01-01,x\n", "", "quote");
    assertOneRejected("bob,\"view\"s,2024-01-01,x\n", "", "quote");
    ReadBack atEnd = ReadBack.ofText(folder, HEADER + "bob,\"view,2024-01-01,x\n" + GOOD + GOOD);
    assertEquals(2, atEnd.events().size());
  }

  @Test
  void keepsCellsOfAMegabyte() throws IOException {
    String large = "y".repeat(1 << 20);
    ReadBack read =
        ReadBack.ofText(folder, HEADER + "ann,view,2024-01-01,\"" + large + "\"\n" + GOOD);
    assertEquals(2, read.events().size());
    assertEquals(large, read.events().getFirst().properties().get("note:TEXT"));
  }

  @Test
  void rejectsRowsBeyondTheLimitAndGoesOn() throws IOException {
    String large = "y".repeat(CsvScanner.MAX_ROW_BYTES + (4 << 20));
    for (String cell : List.of(large, "\"" + large + "\"")) {
      ReadBack read =
          ReadBack.ofText(folder, HEADER + GOOD + "ann,view,2024-01-01," + cell + "\n" + GOOD);
      assertEquals(2, read.events().size());
      assertEquals(1, read.rejected().size());
      assertTrue(read.rejected().getFirst().reason().contains("16 MiB"));
      assertTrue(read.rejected().getFirst().payload().endsWith(RejectedRow.CUT));
    }
    String lines = "{\"customer\":\"a\",\"event\":\"b\",\"time\":1700000000,\"note\":\"";
    ReadBack json =
        ReadBack.ofText(folder, lines + "\"}\n" + lines + large + "\"}\n" + lines + "\"}\n");
    assertEquals(2, json.events().size());
    assertEquals(1, json.rejected().size());
  }

  @Test
  void refusesFilesThatHoldNoTable() throws IOException {
    assertRefused(text("empty", ""), "empty");
    assertRefused(text("blank", "\n \n"), "empty");
    assertRefused(text("other", "a:b:c\n1:2:3\n"), "comma, semicolon, tab or |");
    assertRefused(file("binary", new byte[] {1, 0, 2, 0, 3}), "not text");
    assertRefused(folder.resolve("absent"), "there is no file");
    assertRefused(folder, "folder");
  }

  @Test
  void refusesFilesThatAreNotWhatTheirNameSays() throws IOException {
    assertRefused(text("x.parquet", HEADER + GOOD), "parquet");
    assertRefused(text("x.xes", HEADER + GOOD), "xes");
    assertRefused(text("y.parquet", "PAR1 and no more"), "Parquet");
    assertRefused(text("x.zip", "PK\u0003\u0004"), "ZIP");
    assertRefused(text("x.json", "[{\"a\":1}]"), "one object a line");
    assertRefused(text("x.html", "<html><body/></html>"), "XES");
  }

  @Test
  void namesTheFormatsWhenAskedForAnother() {
    for (String other : List.of("xlsx", "ocel", "segment", "avro")) {
      RefusedException refused =
          assertThrows(RefusedException.class, () -> FileFormat.named(other));
      assertTrue(refused.getMessage().contains("auto, csv, jsonl, parquet, xes"));
    }
    assertEquals(FileFormat.XES, FileFormat.named("xes"));
  }

  @Test
  void namesEveryWrongOptionAtOnce() throws IOException {
    ImportOptions o = ImportOptions.defaults();
    ImportOptions wrong =
        new ImportOptions(
            o.format(),
            "user",
            "what",
            "when",
            null,
            null,
            o.timeZone(),
            null,
            "shop",
            "web",
            new PropertyChoice.Named(List.of("colour")),
            Set.of(),
            null);
    RefusedException refused =
        assertThrows(
            RefusedException.class, () -> ReadBack.of(text("events", HEADER + GOOD), wrong));
    assertEquals(
        List.of("--channel-value", "--properties", "--customer", "--event", "--time", "--channel"),
        refused.problems().stream().map(p -> p.field()).toList());
    assertTrue(refused.getMessage().contains("customer, event, time, note"));
  }

  @Test
  void refusesARoleThatTwoColumnsAreNamedFor() throws IOException {
    Path file = text("events", "customer,event,time,time\nann,view,2024-01-01,2024-01-02\n");
    assertRefused(file, "--time");
    assertRefused(file, ImportOptions.defaults().withRoles(null, null, "time"), "more than once");
    ReadBack harmless =
        ReadBack.ofText(folder, "customer,event,time,a,a\nann,view,2024-01-01,1,2\n");
    assertEquals("2", harmless.events().getFirst().properties().get("a_2:TEXT"));
    assertEquals(1, harmless.facts().notes().size());
  }

  @Test
  void refusesDoctypesAndEntities() throws IOException {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;\">]><log><trace><string key=\"concept:name\" value=\"&b;\"/></trace></log>";
    assertRefused(text("bomb.xes", bomb), "DOCTYPE");
    String outside =
        "<!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><log><trace/></log>";
    assertRefused(text("outside.xes", outside), "DOCTYPE");
  }

  @Test
  void stopsAtAnArchiveBomb() throws IOException {
    Path file = folder.resolve("bomb.csv.gz");
    byte[] member = ReadBack.gzip(new byte[64 << 20]);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 18; i++) {
        out.write(member);
      }
    }
    RefusedException refused =
        assertThrows(RefusedException.class, () -> EventFile.fingerprint(file));
    assertTrue(refused.getMessage().contains("1,000 times"));
  }

  @Test
  void fileWithAHeaderOnlyHasNoRows() throws IOException {
    ReadBack read = ReadBack.ofText(folder, HEADER);
    assertEquals(0, read.rowsRead());
    assertFalse(read.truncated());
  }

  @Test
  void refusesMoreColumnsThanABatchCanHold() throws IOException {
    StringBuilder header = new StringBuilder("customer,event,time");
    for (int i = 0; i < 5_000; i++) {
      header.append(",p").append(i);
    }
    Path wide = text("wide", header + "\n" + "a,b,0" + ",1".repeat(5_000) + "\n");
    assertRefused(wide, "--properties", "5000 columns");
    Path endless = text("endless", "customer,event,time," + "x,".repeat(1 << 18));
    assertRefused(endless, "not a header");
  }

  @Test
  void refusesAnEventThatWouldFillTheHeap() throws IOException {
    String start =
        "<log><trace><string key=\"concept:name\" value=\"t\"/><event><string key=\"x\" value=\"";
    Path file = folder.resolve("large.xes");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] filler = "y".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 70; i++) {
        out.write(filler);
      }
    }
    assertRefused(file, "64 MiB");
  }

  @Test
  void countsFutureTimesAndStoresThem() throws IOException {
    ReadBack read =
        ReadBack.ofText(folder, HEADER + GOOD + "ann,view,2999-01-01,x\nann,view,0,x\n");
    assertEquals(3, read.events().size());
    assertEquals(1, read.futureTimes());
    assertEquals(0, read.events().getLast().time());
  }

  @Test
  void manyMemberNamesShareOneColumn() throws IOException {
    StringBuilder line = new StringBuilder("{\"customer\":\"a\",\"event\":\"b\",\"time\":0");
    for (int i = 0; i < 2_000; i++) {
      line.append(",\"p").append(i).append("\":").append(i);
    }
    ReadBack read = ReadBack.ofText(folder, line + "}\n" + line + "}\n");
    assertEquals(RowProperties.MAX_COLUMNS + 1, read.events().getFirst().properties().size());
    assertTrue(
        String.valueOf(read.events().getLast().properties().get("_other:JSON"))
            .contains("\"p1999\":1999"));
  }

  @Test
  void brokenJsonCostsItsOwnLineOnly() throws IOException {
    String good = "{\"customer\":\"a\",\"event\":\"b\",\"time\":0}\n";
    ReadBack read =
        ReadBack.ofText(
            folder,
            good + "{\"customer\":\"a\",\n" + "[1]\n" + good + "{}{}\n" + "[".repeat(5_000) + "\n");
    assertEquals(2, read.events().size());
    assertEquals(4, read.rejected().size());
  }
}
