package dev.sojourn.server.demo.harbour;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes events as rows of a CSV file. Properties are set, then the row is written and they are
/// forgotten. For one thread.
final class EventSheet {

  /// The columns after customer, event, time and channel.
  enum Property {
    CUSTOMER_GROUP,
    STORE,
    PEAK,
    WEATHER,
    DEVICE,
    ORDER_VALUE,
    WAIT_MINUTES,
    CALLED_BY_NAME,
    ABOUT,
    SCORE,
    COMMENT,
    REASON;

    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final int COLUMNS = Property.values().length;

  private final OutputStream out;
  private final Season season;
  private final String[] values = new String[COLUMNS];
  private final StringBuilder row = new StringBuilder(256);
  private long rows;

  EventSheet(OutputStream out, Season season) throws IOException {
    this.out = out;
    this.season = season;
    row.append("customer,event,time,channel");
    for (Property property : Property.values()) {
      row.append(',').append(property.column());
    }
    end();
    forget();
  }

  EventSheet set(Property property, String value) {
    values[property.ordinal()] = value;
    return this;
  }

  /// Writes a row.
  ///
  /// @param second of the day; may reach into a later day
  void write(String customer, String event, int day, int second, String channel)
      throws IOException {
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
      end();
      rows++;
    }
    forget();
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

  private void end() throws IOException {
    row.append('\n');
    out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    row.setLength(0);
  }
}
