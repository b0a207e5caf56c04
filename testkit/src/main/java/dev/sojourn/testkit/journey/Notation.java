package dev.sojourn.testkit.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads journeys that a person wrote: a line a unit, `ann: view@0 web/cart@5m buy@1d12h call@?`.
///
/// An event is `name@offset` or `channel/name@offset`. The offset counts from [#START] in `w d h m
/// s ms µs` (`us` is the same), parts may follow one another, a minus in front makes it earlier.
/// `@?`, or no `@` at all, is an event without a time. Names hold no white space, no `@` and no
/// `/`.
public final class Notation {

  /// The moment that offset 0 stands for.
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final Pattern EVENT =
      Pattern.compile("(?:(?<channel>[^/@]+)/)?(?<name>[^/@]+)(?:@(?<offset>.+))?");
  private static final Pattern PART = Pattern.compile("(\\d+)(w|d|h|ms|m|s|µs|us)");
  private static final Map<String, Duration> UNITS = units();

  private Notation() {}

  private static Map<String, Duration> units() {
    Map<String, Duration> units = new LinkedHashMap<>();
    units.put("w", Duration.ofDays(7));
    units.put("d", Duration.ofDays(1));
    units.put("h", Duration.ofHours(1));
    units.put("m", Duration.ofMinutes(1));
    units.put("s", Duration.ofSeconds(1));
    units.put("ms", Duration.ofMillis(1));
    units.put("µs", Duration.of(1, ChronoUnit.MICROS));
    return Collections.unmodifiableMap(units);
  }

  /// Reads journeys, one a text.
  ///
  /// @throws IllegalArgumentException naming what cannot be read
  public static PlainJourneys journeys(String... lines) {
    return new PlainJourneys(Arrays.stream(lines).map(Notation::journey).toList());
  }

  private static PlainJourney journey(String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("'" + line + "' does not begin with a unit and a colon.");
    }
    List<PlainEvent> events = new ArrayList<>();
    for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        events.add(event(word));
      }
    }
    return new PlainJourney(line.substring(0, colon).strip(), events);
  }

  private static PlainEvent event(String word) {
    Matcher m = EVENT.matcher(word);
    if (!m.matches()) {
      throw new IllegalArgumentException("'" + word + "' is not channel/name@offset.");
    }
    String offset = m.group("offset");
    Instant time = offset == null || offset.equals("?") ? null : START.plus(duration(offset));
    return new PlainEvent(m.group("name"), m.group("channel"), time);
  }

  /// Reads an offset: `0`, `5m`, `1d12h`, `-3ms`.
  ///
  /// @throws IllegalArgumentException naming what cannot be read
  public static Duration duration(String offset) {
    if (offset.equals("0")) {
      return Duration.ZERO;
    }
    boolean minus = offset.startsWith("-");
    int end = minus ? 1 : 0;
    Matcher part = PART.matcher(offset).region(end, offset.length());
    Duration sum = Duration.ZERO;
    while (part.lookingAt()) {
      String unit = part.group(2).equals("us") ? "µs" : part.group(2);
      Duration one = UNITS.getOrDefault(unit, Duration.ZERO);
      sum = sum.plus(one.multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
      part.region(end, offset.length());
    }
    if (end < offset.length() || end < 2) {
      throw new IllegalArgumentException(
          "'" + offset + "' is not an offset such as 5m or 1d12h; units: " + UNITS.keySet());
    }
    return minus ? sum.negated() : sum;
  }

  /// A time as an offset from [#START]; `?` when there is none.
  static String offset(@Nullable Instant time) {
    if (time == null) {
      return "?";
    }
    Duration rest = Duration.between(START, time);
    if (rest.isZero()) {
      return "0";
    }
    StringBuilder text = new StringBuilder(rest.isNegative() ? "-" : "");
    rest = rest.abs();
    for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
      long amount = rest.dividedBy(unit.getValue());
      if (amount > 0) {
        text.append(amount).append(unit.getKey());
        rest = rest.minus(unit.getValue().multipliedBy(amount));
      }
    }
    return text.toString();
  }
}
