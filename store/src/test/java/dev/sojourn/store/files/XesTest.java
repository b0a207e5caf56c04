package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.store.event.EventBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// XES is read by its standard keys, without guessing.
class XesTest {

  private static final String TIME =
      "<date key=\"time:timestamp\" value=\"2024-01-01T00:00:00+01:00\"/>";

  @TempDir Path folder;

  private ReadBack read(String body) throws IOException {
    return ReadBack.ofText(folder, "<?xml version=\"1.0\"?><log>" + body + "</log>");
  }

  private static String event(String name) {
    return "<event><string key=\"concept:name\" value=\"" + name + "\"/>" + TIME + "</event>";
  }

  private static String name(String name) {
    return "<string key=\"concept:name\" value=\"" + name + "\"/>";
  }

  @Test
  void customerIsNameElseIdentityElseOrdinal() throws IOException {
    ReadBack read =
        read(
            "<trace>"
                + name("first")
                + event("a")
                + "</trace>"
                + "<trace>"
                + event("b")
                + event("c")
                + name("late")
                + "</trace>"
                + "<trace><id key=\"identity:id\" value=\"uuid\"/>"
                + event("d")
                + "</trace>"
                + "<trace>"
                + event("e")
                + "</trace>");
    assertEquals(
        List.of("first", "late", "late", "uuid", "4"),
        read.events().stream().map(ReadBack.Event::customer).toList());
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L), read.events().stream().map(ReadBack.Event::ordinal).toList());
  }

  @Test
  void classifiersAndDefaultsAreIgnored() throws IOException {
    ReadBack read =
        read(
            "<global scope=\"event\">"
                + name("default")
                + "</global>"
                + "<classifier name=\"both\" keys=\"concept:name lifecycle:transition\"/>"
                + "<trace>"
                + name("t")
                + "<event>"
                + name("a")
                + "<string key=\"lifecycle:transition\" value=\"start\"/>"
                + TIME
                + "</event>"
                + "<event>"
                + TIME
                + "</event></trace>");
    assertEquals("a", read.events().getFirst().name());
    assertEquals("start", read.events().getFirst().properties().get("lifecycle:transition:TEXT"));
    assertEquals(1, read.rejected().size());
  }

  @Test
  void attributesKeepTheirTypesAndNesting() throws IOException {
    ReadBack read =
        read(
            "<trace>"
                + name("t")
                + "<int key=\"amount\" value=\"5\"/><event>"
                + name("a")
                + TIME
                + "<float key=\"cost\" value=\"1.5\"/><boolean key=\"ok\" value=\"True\"/>"
                + "<int key=\"odd\" value=\"007\"/><string key=\"who\" value=\"x &amp; y\">"
                + "<string key=\"team\" value=\"z\"/></string></event></trace>");
    assertEquals(
        Map.of(
            "case:amount:NUMBER", "5",
            "cost:NUMBER", "1.5",
            "ok:BOOLEAN", "true",
            "odd:TEXT", "007",
            "who:TEXT", "x & y",
            "who/team:TEXT", "z"),
        read.events().getFirst().properties());
  }

  @Test
  void logWithoutTimesKeepsDocumentOrder() throws IOException {
    ReadBack read = read("<trace>" + name("t") + "<event>" + name("a") + "</event></trace>");
    assertEquals(EventBatch.UNTIMED, read.events().getFirst().time());
    assertEquals(
        Map.of("customer", "case:concept:name", "event", "concept:name", "order", "row"),
        read.facts().roles());
  }

  @Test
  void readsTheEncodingThatTheDocumentDeclares() throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><log><trace>"
            + name("j\u00fcrgen")
            + event("a")
            + "</trace></log>";
    Path file = Files.write(folder.resolve("events"), xml.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("j\u00fcrgen", ReadBack.of(file).events().getFirst().customer());
    Path wide =
        Files.write(
            folder.resolve("wide"),
            ("\ufeff" + xml.replace("ISO-8859-1", "UTF-16")).getBytes(StandardCharsets.UTF_16LE));
    assertEquals("j\u00fcrgen", ReadBack.of(wide).events().getFirst().customer());
  }

  @Test
  void damageKeepsWhatStoodBefore() throws IOException {
    ReadBack read = read("<trace>" + name("t") + event("a") + event("b") + "<event></wrong>");
    assertEquals(2, read.events().size());
    assertTrue(read.truncated());
  }
}
