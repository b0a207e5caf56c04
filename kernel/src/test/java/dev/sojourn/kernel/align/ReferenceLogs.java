package dev.sojourn.kernel.align;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.JourneyTableBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the published logs that alignments are proved on; just enough for their files.
final class ReferenceLogs {

  private final Path folder = Path.of(System.getProperty("sojourn.reference", "absent"));

  /// Whether the published logs are there.
  boolean present() {
    return Files.isDirectory(folder);
  }

  String oracle(String file) throws IOException {
    return Files.readString(folder.resolve("oracles").resolve(file));
  }

  /// Reads a table without quoted fields.
  ///
  /// @param time the column of the time, empty where the rows are in order
  JourneyTable csv(
      String file,
      char delimiter,
      String customer,
      String event,
      String time,
      Predicate<String> wanted)
      throws IOException {
    JourneyTableBuilder builder = JourneyTable.builder();
    try (BufferedReader rows =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      List<String> header = split(rows.readLine(), delimiter);
      long seq = 0;
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        List<String> fields = split(row, delimiter);
        String name = fields.get(header.indexOf(event));
        if (wanted.test(name)) {
          long micros =
              time.isEmpty() ? JourneyBlock.UNTIMED : micros(fields.get(header.indexOf(time)));
          builder.add(fields.get(header.indexOf(customer)), name, null, micros, seq++, "");
        }
      }
    }
    return builder.build();
  }

  JourneyTable xes(String file, Predicate<String> wanted) throws IOException, XMLStreamException {
    JourneyTableBuilder builder = JourneyTable.builder();
    try (InputStream in = open(file)) {
      XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      String trace = "";
      String name = "";
      long micros = 0;
      long seq = 0;
      boolean inEvent = false;
      while (xml.hasNext()) {
        int kind = xml.next();
        if (kind == XMLStreamConstants.START_ELEMENT) {
          String key = xml.getAttributeValue(null, "key");
          inEvent |= xml.getLocalName().equals("event");
          if ("concept:name".equals(key)) {
            name = xml.getAttributeValue(null, "value");
            trace = inEvent ? trace : name;
          } else if ("time:timestamp".equals(key)) {
            micros = micros(xml.getAttributeValue(null, "value"));
          }
        } else if (kind == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("event")) {
          if (wanted.test(name)) {
            builder.add(trace, name, null, micros, seq++, "");
          }
          inEvent = false;
        }
      }
    }
    return builder.build();
  }

  private InputStream open(String file) throws IOException {
    InputStream in = Files.newInputStream(folder.resolve("data").resolve(file));
    return file.endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static List<String> split(String row, char delimiter) {
    return List.of(row.split(String.valueOf(delimiter), -1));
  }

  private static long micros(String text) {
    String iso = text.replace('/', '-').replace(' ', 'T');
    boolean offset = iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:\\d\\d");
    Instant at = OffsetDateTime.parse(offset ? iso : iso + "Z").toInstant();
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
