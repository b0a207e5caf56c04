package dev.sojourn.store.files.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeReaderTest {

  private static final TimeReader UTC = new TimeReader(ZoneOffset.UTC, null);

  private static void assertTime(String expected, String text) {
    assertEquals(micros(Instant.parse(expected)), UTC.micros(text), text);
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  @Test
  void readsDatesWithTAndSpaceDashAndSlash() {
    for (String text :
        List.of(
            "2024-01-31T10:20:30",
            "2024-01-31 10:20:30",
            "2024/01/31 10:20:30",
            "2024/1/31T10:20:30",
            "2024-01-31T10:20:30Z",
            "2024-01-31T10:20:30.",
            "2024-01-31T10:20:30.000000000",
            "2024-01-31 12:20:30+02:00",
            "2024-01-31 12:20:30+0200",
            "2024-01-31 12:20:30 +02",
            "2024-01-31T05:50:30-04:30",
            "2024-01-31 10:20:30 UTC")) {
      assertTime("2024-01-31T10:20:30Z", text);
    }
    assertTime("2024-01-31T00:00:00Z", "2024-01-31");
    assertTime("2024-01-31T10:20:00Z", "2024-01-31T10:20");
    assertTime("1970-01-01T00:00:00Z", "1970-01-01T00:00Z");
    assertTime("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999");
  }

  @Test
  void cutsFractionsToMicroseconds() {
    assertTime("2024-01-31T10:20:30.1Z", "2024-01-31 10:20:30.1");
    assertTime("2024-01-31T10:20:30.123456Z", "2024-01-31 10:20:30.123456789");
    assertTime("2024-01-31T10:20:30.999999Z", "2024-01-31 10:20:30.9999999999999");
  }

  @Test
  void tellsUnitsOfEpochNumbersApart() {
    String moment = "2018-11-01T20:57:10Z";
    for (String text :
        List.of(
            "1541105830",
            "1541105830000",
            "1541105830000000",
            "1541105830000000000",
            "1541105830.0",
            "1541105830000.0",
            "1.54110583E9",
            "1.54110583E12")) {
      assertTime(moment, text);
    }
    assertTime("1970-01-01T00:00:00Z", "0");
    assertTime("1969-12-31T23:59:59Z", "-1");
    assertTime("1970-01-01T00:00:01.986368Z", "1.9863684652934481");
  }

  @Test
  void refusesWhatIsNoTime() {
    for (String text :
        List.of(
            "",
            "x",
            "-",
            ".",
            "2024-13-01",
            "2024-02-30",
            "2024-01/31",
            "2024-01-31T25:00",
            "2024-01-31T10",
            "2024-01-31T10:20:60",
            "2024-01-31T10:20:30+99:00",
            "2024-01-31T10:20:30Zx",
            "24/02/2015",
            "20240131",
            "20240131102030",
            "1e999999999",
            "99999999999999999999",
            "NaN",
            "2024-01-31T10:20:30+")) {
      assertEquals(TimeReader.NOT_A_TIME, UTC.micros(text), text);
      byte[] b = text.getBytes(StandardCharsets.UTF_8);
      assertTrue(UTC.reason(b, 0, b.length).length() > 20);
    }
  }

  @Test
  void patternDecidesDayFirst() {
    TimeReader reader = new TimeReader(ZoneOffset.UTC, "dd-MM-yyyy HH.mm");
    assertEquals(micros(Instant.parse("2015-02-24T11:35:00Z")), reader.micros("24-02-2015 11.35"));
    assertEquals(TimeReader.NOT_A_TIME, reader.micros("2015-02-24 11:35"));
    assertTrue(reader.zoneAssumed());
    TimeReader compact = new TimeReader(ZoneOffset.UTC, "yyyyMMdd");
    assertEquals(micros(Instant.parse("2024-01-31T00:00:00Z")), compact.micros("20240131"));
    TimeReader millis = new TimeReader(ZoneOffset.UTC, "epoch-millis");
    assertEquals(5_000, millis.micros("5"));
    assertThrows(RefusedException.class, () -> new TimeReader(ZoneOffset.UTC, "%Y-%m-%d"));
  }

  @Test
  void saysWhetherTheZoneWasAssumed() {
    TimeReader reader = new TimeReader(ZoneId.of("Europe/Berlin"), null);
    assertEquals(micros(Instant.parse("2024-07-01T10:00:00Z")), reader.micros("2024-07-01T10:00Z"));
    assertFalse(reader.zoneAssumed());
    assertEquals(micros(Instant.parse("2024-07-01T08:00:00Z")), reader.micros("2024-07-01T10:00"));
    assertTrue(reader.zoneAssumed());
  }

  @Test
  void agreesWithTheJdkOnClockTimesOfZones() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (String zone : List.of("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "+03")) {
      TimeReader reader = new TimeReader(ZoneId.of(zone), null);
      for (int i = 0; i < 20_000 * Integer.getInteger("sojourn.torture", 1); i++) {
        // Near the changes of clocks, now and then anywhere.
        LocalDateTime clock =
            LocalDateTime.of(1_900 + random.nextInt(200), 1, 1, 0, 0)
                .plusSeconds(random.nextLong(366L * 86_400));
        if (i % 2 == 0) {
          clock = LocalDateTime.of(2024, 3, 28, 0, 0).plusSeconds(random.nextLong(6L * 86_400));
        }
        String text = String.format(Locale.ROOT, "%s", clock);
        assertEquals(
            micros(ZonedDateTime.of(clock, ZoneId.of(zone)).toInstant()),
            reader.micros(text),
            () -> "seed " + seed + ": " + text + " in " + zone);
      }
    }
  }
}
