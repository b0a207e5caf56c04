package dev.sojourn.bench;

import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.Tick;
import java.util.Arrays;
import java.util.List;

/// Generated events as columns, customer by customer, each in order of time.
///
/// @param names the name of each touchpoint code
/// @param tick what the times count
/// @param start where the events of each customer begin, one more entry than customers
/// @param customer the public number of each customer
/// @param time since the epoch
/// @param code which touchpoint
/// @param country 0 to 29
/// @param device 0 to 3
/// @param value in cents, 0 for most
record Generated(
    List<String> names,
    Tick tick,
    int[] start,
    int[] customer,
    long[] time,
    char[] code,
    byte[] country,
    byte[] device,
    int[] value) {

  int customers() {
    return customer.length;
  }

  int events() {
    return start[customers()];
  }

  /// The events as a table that the engine reads.
  JourneyTable table() {
    List<String> ids = Arrays.stream(customer).mapToObj(Integer::toString).toList();
    return JourneyTable.ofColumns(names, tick, ids, start, code, time);
  }
}
