package dev.sojourn.store.files.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The patterns in which people commonly write times that are not told apart by looking: day or
/// month first, points or strokes, twelve hours or twenty-four.
public final class TimePatterns {

  private static final List<String> DATES =
      List.of(
          "d.M.yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "d-M-yyyy",
          "M-d-yyyy",
          "yyyyMMdd",
          "yyyy.M.d",
          "d.M.yy",
          "d/M/yy",
          "M/d/yy",
          "d MMM yyyy",
          "d-MMM-yyyy",
          "d MMMM yyyy",
          "MMM d, yyyy",
          "MMMM d, yyyy",
          "EEE MMM d yyyy",
          "d-MMM-yy");

  private static final List<String> CLOCKS =
      List.of(
          "",
          " H:mm",
          " H:mm:ss",
          " H:mm:ss.SSS",
          " h:mm a",
          " h:mm:ss a",
          ", H:mm",
          ", H:mm:ss",
          " H.mm",
          " H.mm.ss",
          "'T'H:mm:ss",
          ":H:mm:ss",
          "HHmmss");

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private TimePatterns() {}

  /// The patterns that fit every one of some texts.
  public static List<String> fitting(List<String> texts) {
    List<String> fitting = new ArrayList<>();
    if (texts.isEmpty()) {
      return fitting;
    }
    for (String date : DATES) {
      for (String clock : CLOCKS) {
        String pattern = date + clock;
        TimeReader reader = new TimeReader(ZoneOffset.UTC, pattern);
        if (texts.stream().allMatch(text -> reader.micros(text) != TimeReader.NOT_A_TIME)) {
          fitting.add(pattern);
        }
      }
    }
    return fitting;
  }

  /// What a text means in a pattern, such as `3 April 2026, 10:15`.
  public static String read(String text, String pattern, ZoneId zone) {
    long micros = new TimeReader(zone, pattern).micros(text);
    return SHOWN.format(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L)).atZone(zone));
  }
}
