package dev.sojourn.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Writes generated events as CSV in the order in which they would have arrived: by time.
final class ArrivalFile {

  /// The columns, in order.
  static final String HEADER = "customer,ts,touchpoint,country,device,value";

  private static final String[] DEVICES = {"desktop", "mobile", "tablet", "other"};
  private static final int DIGIT_BITS = 12;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private ArrivalFile() {}

  /// Writes the file.
  ///
  /// @return the SHA-256 of it, in hexadecimal
  static String write(Generated events, Path file) throws IOException {
    int[] customerOf = new int[events.events()];
    for (int c = 0; c < events.customers(); c++) {
      Arrays.fill(customerOf, events.start()[c], events.start()[c + 1], events.customer()[c]);
    }
    MessageDigest digest = sha256();
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 20), digest)) {
      StringBuilder rows = new StringBuilder(HEADER).append('\n');
      for (int e : byTime(events.time())) {
        rows.append(customerOf[e])
            .append(',')
            .append(events.time()[e])
            .append(',')
            .append(events.names().get(events.code()[e]))
            .append(",C")
            .append(events.country()[e])
            .append(',')
            .append(DEVICES[events.device()[e]])
            .append(',')
            .append(events.value()[e])
            .append('\n');
        if (rows.length() > 1 << 16) {
          out.write(rows.toString().getBytes(StandardCharsets.US_ASCII));
          rows.setLength(0);
        }
      }
      out.write(rows.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Row numbers by time, those of one time in their order: a radix sort, least digit first.
  static int[] byTime(long[] time) {
    int n = time.length;
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (long t : time) {
      least = Math.min(least, t);
      greatest = Math.max(greatest, t);
    }
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = i;
    }
    int[] sorted = new int[n];
    int bits = n == 0 ? 0 : 64 - Long.numberOfLeadingZeros(greatest - least);
    for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
      int[] at = new int[DIGITS + 1];
      for (long t : time) {
        at[(int) ((t - least) >>> shift & (DIGITS - 1)) + 1]++;
      }
      for (int d = 0; d < DIGITS; d++) {
        at[d + 1] += at[d];
      }
      for (int row : rows) {
        sorted[at[(int) ((time[row] - least) >>> shift & (DIGITS - 1))]++] = row;
      }
      int[] before = rows;
      rows = sorted;
      sorted = before;
    }
    return rows;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("This Java has no SHA-256.", e));
    }
  }
}
