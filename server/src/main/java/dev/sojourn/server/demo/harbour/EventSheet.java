package dev.sojourn.server.demo.harbour;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes events as rows of a CSV file, customer by customer. Properties are set, then the row is
/// kept and they are forgotten; traits of the customer are in every row. For one thread.
final class EventSheet {

  /// The columns after customer, event, time and channel.
  enum Property {
    STORE,
    PEAK,
    WEATHER,
    DEVICE,
    ORDER_VALUE,
    WAIT_MINUTES,
    WAIT,
    CALLED_BY_NAME,
    ABOUT,
    SCORE,
    COMMENT,
    REASON;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The last columns, the same in all rows of a customer.
  enum Trait {
    CUSTOMER_GROUP,
    FIRST_PICK_UP,
    FIRST_HAND_OVER;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int COLUMNS = Property.values().length;

  private final OutputStream out;
  private final Season season;
  private final String[] values = new String[COLUMNS];
  private final StringBuilder row = new StringBuilder(256);
  private final List<String> kept = new ArrayList<>();
  private final Map<Trait, String> traits = new EnumMap<>(Trait.class);
  private long rows;

  EventSheet(OutputStream out, Season season) throws IOException {
    this.out = out;
    this.season = season;
    row.append("customer,event,time,channel");
    for (Property property : Property.values()) {
      row.append(',').append(property.column());
    }
    for (Trait trait : Trait.values()) {
      row.append(',').append(trait.column());
    }
    out.write(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    row.setLength(0);
    forget();
  }

  /// Sets a trait of the customer, unless it is set.
  void trait(Trait trait, String value) {
    traits.putIfAbsent(trait, value);
  }

  EventSheet set(Property property, String value) {
    values[property.ordinal()] = value;
    return this;
  }

  /// Keeps a row.
  ///
  /// @param second of the day; may reach into a later day
  void add(String customer, String event, int day, int second, String channel) {
    int date = day + Math.floorDiv(second, 86_400);
    if (date >= 0 && date < Season.DAYS) {
      int at = Math.floorMod(second, 86_400);
      row.append(customer).append(',').append(event).append(',').append(season.date(date));
      row.append('T');
      two(at / 3_600).append(':');
      two(at / 60 % 60).append(':');
      two(at % 60).append(Season.OFFSET).append(',').append(channel);
      for (String value : values) {
        row.append(',').append(value);
      }
      kept.add(row.toString());
      row.setLength(0);
      rows++;
    }
    forget();
  }

  /// Writes the rows of the customer.
  void end() throws IOException {
    for (Trait trait : Trait.values()) {
      row.append(',').append(traits.getOrDefault(trait, ""));
    }
    String end = row.append('\n').toString();
    for (String begun : kept) {
      out.write((begun + end).getBytes(StandardCharsets.UTF_8));
    }
    kept.clear();
    traits.clear();
    row.setLength(0);
  }

  /// Events written so far.
  long rows() {
    return rows;
  }

  private void forget() {
    Arrays.fill(values, "");
  }

  private StringBuilder two(int number) {
    return row.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
