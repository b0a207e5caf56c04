package dev.sojourn.server.evidence;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.JourneyTableBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/// Published journeys to judge the draft and the check by; absent where the reference folder is.
public final class ReferenceJourneys {

  private ReferenceJourneys() {}

  /// The 3,751 customers of the sample shop with their 32,283 events; end markers are dropped.
  public static Optional<JourneyTable> simpleShop() {
    return read("simple_shop/simple-onlineshop.csv.gz", ",", 0, 1, 2, false);
  }

  /// The sample shop with the events of all customers mixed: journeys keep their length and times,
  /// nothing else means anything.
  public static Optional<JourneyTable> simpleShopMixed() {
    return read("simple_shop/simple-onlineshop.csv.gz", ",", 0, 1, 2, true);
  }

  /// 1,434 journeys of a permit process, in the order of the file.
  public static Optional<JourneyTable> receipt() {
    return read("receipt/receipt.csv.gz", ",", 1, 10, -1, false);
  }

  /// 1,050 journeys of patients.
  public static Optional<JourneyTable> sepsis() {
    return read("sepsis/sepsis.csv.gz", ";", 0, 1, -1, false);
  }

  /// 33 journeys through a test service.
  public static Optional<JourneyTable> greps() {
    return read("greps_journeys/greps_journeys.csv", ",", 0, 2, -1, false);
  }

  private static Optional<JourneyTable> read(
      String file, String delimiter, int unit, int name, int time, boolean mixed) {
    Path path = Path.of(System.getProperty("sojourn.reference"), "data", file);
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    List<String[]> rows = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(path);
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(delimiter, -1);
        if (!fields[name].equals("lost")) {
          rows.add(fields);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> names = new ArrayList<>(rows.stream().map(r -> r[name]).toList());
    if (mixed) {
      Collections.shuffle(names, new Random(20_260_101));
    }
    JourneyTableBuilder table = JourneyTable.builder();
    for (int i = 0; i < rows.size(); i++) {
      long micros = time < 0 ? JourneyBlock.UNTIMED : micros(rows.get(i)[time]);
      table.add(rows.get(i)[unit], names.get(i), null, micros, i, "row " + i);
    }
    return Optional.of(table.build());
  }

  private static long micros(String text) {
    LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
    return ChronoUnit.MICROS.between(
        LocalDateTime.of(1970, 1, 1, 0, 0).toInstant(ZoneOffset.UTC),
        time.toInstant(ZoneOffset.UTC));
  }
}
