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

  // A column of times may hold texts that are none, up to the rest.
  private static final double AT_LEAST = 0.8;
  private static final int LONGEST = 40;

  private TimePatterns() {}

  /// The patterns that fit the most of some texts, and at least four of five of them.
  public static List<String> fitting(List<String> texts) {
    List<String> fitting = new ArrayList<>();
    int most = Math.max(1, (int) Math.ceil(texts.size() * AT_LEAST));
    if (texts.stream().filter(TimePatterns::isDateLike).count() < most) {
      return fitting;
    }
    for (String date : DATES) {
      for (String clock : CLOCKS) {
        String pattern = date + clock;
        int fits = fits(texts, pattern, most);
        if (fits > most) {
          fitting.clear();
          most = fits;
        }
        if (fits == most) {
          fitting.add(pattern);
        }
      }
    }
    return fitting;
  }

  /// How many texts fit a pattern; 0 when they are fewer than `least`.
  private static int fits(List<String> texts, String pattern, int least) {
    TimeReader reader = new TimeReader(ZoneOffset.UTC, pattern);
    int others = texts.size() - least;
    for (String text : texts) {
      if (reader.micros(text) == TimeReader.NOT_A_TIME && others-- == 0) {
        return 0;
      }
    }
    return least + others;
  }

  /// Keeps columns of words and of long texts from being tried with every pattern.
  private static boolean isDateLike(String text) {
    return text.length() <= LONGEST && text.chars().filter(Character::isDigit).count() >= 3;
  }

  /// What a text that fits a pattern means there, such as `3 April 2026, 10:15`.
  public static String read(String text, String pattern, ZoneId zone) {
    long micros = new TimeReader(zone, pattern).micros(text);
    return SHOWN.format(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L)).atZone(zone));
  }
}
