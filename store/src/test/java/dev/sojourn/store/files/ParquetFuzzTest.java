package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sojourn.kernel.spec.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parquet files damaged at random: what comes of each is rows or one sentence, and the process
/// lives.
class ParquetFuzzTest {

  private static final int ROWS = 300;
  private static final int CASES = 60 * Integer.getInteger("sojourn.torture", 1);
  private static final int END = 8;

  @TempDir Path folder;

  /// A file with columns of every kind, in several row groups.
  private byte[] sound(String codec) throws IOException, SQLException {
    Path file = folder.resolve("sound.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement s = connection.createStatement()) {
      s.execute(
          "copy (select 'c' || (i % 40) as customer, 'e' || (i % 5) as event,"
              + " timestamp '2026-01-01' + to_minutes(i) as time, i as n, i / 7.0 as d,"
              + " i % 2 = 0 as flag, if(i % 3 = 0, null, 'note ' || i) as note,"
              + " [i, i + 1] as list, {'a': i, 'b': 'x' || i} as struct, date '2026-01-01' as day"
              + " from range("
              + ROWS
              + ") t(i)) to '"
              + file
              + "' (format parquet, codec '"
              + codec
              + "', row_group_size 128)");
    }
    return Files.readAllBytes(file);
  }

  private static byte[] damaged(byte[] sound, SplittableRandom random) {
    byte[] damaged = sound.clone();
    // The footer is small and says how everything else is to be read, so it is hit as often.
    int footer = sound.length - END - length(sound);
    int at =
        random.nextBoolean() ? random.nextInt(sound.length) : random.nextInt(footer, sound.length);
    switch (random.nextInt(6)) {
      case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> damaged[at] = (byte) random.nextInt(256);
      case 2 -> {
        return Arrays.copyOf(sound, at);
      }
      case 3 -> {
        // The end as it was, and a piece before it missing.
        int to = Math.min(at + 1 + random.nextInt(400), sound.length - END);
        int from = Math.min(at, to);
        byte[] shorter = Arrays.copyOf(sound, sound.length - (to - from));
        System.arraycopy(sound, to, shorter, from, sound.length - to);
        return shorter;
      }
      case 4 -> {
        int other = random.nextInt(sound.length);
        int length = Math.min(1 + random.nextInt(64), sound.length - Math.max(at, other));
        System.arraycopy(sound, at, damaged, other, length);
        System.arraycopy(sound, other, damaged, at, length);
      }
      default -> {
        byte[] noise = new byte[Math.min(1 + random.nextInt(64), sound.length - at)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, damaged, at, noise.length);
      }
    }
    return damaged;
  }

  private static int length(byte[] file) {
    int at = file.length - END;
    return (file[at] & 0xFF) | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16;
  }

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "uncompressed"})
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void damagedParquet(String codec) throws IOException, SQLException {
    byte[] sound = sound(codec);
    Path file = folder.resolve("events.parquet");
    assertEquals(ROWS, ReadBack.of(Files.write(file, sound)).events().size());
    int readable = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Files.write(file, damaged(sound, new SplittableRandom(seed)));
      long begun = System.nanoTime();
      try {
        ReadBack read = ReadBack.of(file);
        assertEquals(read.rowsRead(), read.events().size() + read.rejected().size());
        read.rejected().forEach(r -> assertFalse(r.reason().isBlank()));
        readable++;
      } catch (RefusedException refused) {
        assertFalse(refused.getMessage().isBlank());
      } catch (RuntimeException | IOException | Error wrong) {
        fail("seed " + seed + " of " + codec, wrong);
      }
      long took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
      assertTrue(took < 20, "seed " + seed + " of " + codec + " took " + took + " s");
    }
    assertTrue(readable > 0 && readable < CASES, readable + " of " + CASES + " were readable");
  }
}
