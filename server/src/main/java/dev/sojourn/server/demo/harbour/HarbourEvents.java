package dev.sojourn.server.demo.harbour;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// Writes the events of all customers of Harbour Coffee, a coffee chain that does not exist. The
/// same bytes every time, on every machine.
public final class HarbourEvents {

  /// Customers there are.
  public static final int CUSTOMERS = 20_000;

  private static final long SEED = 0x0C0F_FEE5L;

  private HarbourEvents() {}

  /// Writes the file.
  ///
  /// @param progress told the customers done, now and then
  /// @param cancelled asked now and then
  /// @return how many events are in the file; negative when it was cancelled and is not complete
  public static long write(Path file, LongConsumer progress, BooleanSupplier cancelled)
      throws IOException {
    Season season = new Season(SEED);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      EventSheet sheet = new EventSheet(out, season);
      for (int number = 1; number <= CUSTOMERS; number++) {
        new CustomerLife(season, sheet, SEED, number).live();
        if (number % 500 == 0) {
          if (cancelled.getAsBoolean()) {
            return -1;
          }
          progress.accept(number);
        }
      }
      return sheet.rows();
    }
  }
}
