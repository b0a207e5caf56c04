package dev.sojourn.store;

import dev.sojourn.store.files.FileFacts;
import dev.sojourn.store.files.SourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;

/// A file of which rows were refused, as far as it takes to know it again once they are mended.
///
/// @param source under which its events are stored
/// @param shape of [#shape(FileFacts)]
/// @param refused the numbers of the refused rows, ascending
/// @param taken the events that were stored
record TakenFile(SourceId source, String shape, long[] refused, RowSum taken) {

  /// More refused rows than these are no slip that somebody mends.
  static final int MOST_REFUSED = 100_000;

  /// How a file is read: two files of one shape have the same columns in the same roles.
  static String shape(FileFacts facts) {
    String text = facts.format() + "\n" + facts.columns() + "\n" + new TreeMap<>(facts.roles());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  boolean hasRefused(long row) {
    return Arrays.binarySearch(refused, row) >= 0;
  }

  /// The number that a row had before the refused ones were taken out.
  long before(long row) {
    // Of the refused rows the j-th, from 0, lies before it when refused[j] - j <= row.
    int from = 0;
    int to = refused.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (refused[middle] - middle <= row) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return row + from;
  }
}
