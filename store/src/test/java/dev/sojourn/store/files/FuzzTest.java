package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sojourn.kernel.spec.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of every format, damaged at random: reading ends, fails only with a sentence, and never
/// loses a row that stands before the damage.
class FuzzTest {

  private static final int ROWS = 40;
  private static final int CASES = 120 * Integer.getInteger("sojourn.torture", 1);
  private static final byte[] SPITEFUL = {
    0, '"', ',', '\n', '\r', '<', '>', '&', '{', '}', -1, '\\'
  };

  @TempDir Path folder;

  private interface Form {
    String of(int row);
  }

  private static String csv() {
    return file("customer,event,time,note\n", i -> "c" + i + ",e," + i + ",\"a\"\"b\n\"\n", "");
  }

  private static String jsonl() {
    return file(
        "",
        i -> "{\"customer\":\"c" + i + "\",\"event\":\"e\",\"time\":" + i + ",\"x\":{\"y\":[1]}}\n",
        "");
  }

  private static String xes() {
    return file(
        "<?xml version=\"1.0\"?><log>",
        i ->
            "<trace><string key=\"concept:name\" value=\"c"
                + i
                + "\"/><event><string key=\"concept:name\" value=\"e\"/><date key=\"time:timestamp\""
                + " value=\"1970-01-01T00:00:"
                + String.format("%02d", i)
                + "Z\"/></event></trace>\n",
        "</log>");
  }

  private static String file(String start, Form form, String end) {
    StringBuilder text = new StringBuilder(start);
    for (int i = 0; i < ROWS; i++) {
      text.append(form.of(i));
    }
    return text.append(end).toString();
  }

  private static byte[] damaged(byte[] sound, int at, SplittableRandom random) {
    byte[] damaged = sound.clone();
    switch (random.nextInt(5)) {
      case 0 -> damaged[at] = (byte) random.nextInt(256);
      case 1 -> damaged[at] = SPITEFUL[random.nextInt(SPITEFUL.length)];
      case 2 -> {
        return Arrays.copyOf(sound, at);
      }
      case 3 -> {
        int length = Math.min(random.nextInt(60), sound.length - at);
        random.nextBytes(damaged);
        System.arraycopy(sound, 0, damaged, 0, at);
        System.arraycopy(sound, at + length, damaged, at + length, sound.length - at - length);
      }
      default -> {
        int length = Math.min(random.nextInt(200), sound.length - at);
        byte[] twice = Arrays.copyOf(sound, sound.length + length);
        System.arraycopy(sound, at, twice, at + length, sound.length - at);
        return twice;
      }
    }
    return damaged;
  }

  private void fuzz(String form, int firstRowAt, boolean packed) throws IOException {
    byte[] plain = form.getBytes(StandardCharsets.UTF_8);
    byte[] sound = packed ? ReadBack.gzip(plain) : plain;
    Path file = folder.resolve("events");
    List<String> whole = ReadBack.of(Files.write(file, sound)).journeyParts();
    assertEquals(ROWS, whole.size());
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int at = random.nextInt(sound.length);
      Files.write(file, damaged(sound, at, random));
      try {
        ReadBack read = ReadBack.of(file);
        if (!packed) {
          int before = completeRows(form, at);
          assertTrue(read.events().size() >= before, "seed " + seed + ": rows before the damage");
          assertEquals(
              whole.subList(0, before), read.journeyParts().subList(0, before), "seed " + seed);
        }
        assertEquals(read.rowsRead(), read.events().size() + read.rejected().size());
        read.rejected().forEach(r -> assertFalse(r.reason().isBlank()));
      } catch (RefusedException refused) {
        assertFalse(refused.getMessage().isBlank());
        // Only a damaged beginning makes a file unreadable; roles may be lost with their columns.
        assertTrue(packed || at <= firstRowAt, () -> "refused: " + refused.getMessage());
      } catch (RuntimeException wrong) {
        fail("seed " + seed + " at " + at + " of " + form.substring(0, 20), wrong);
      }
    }
  }

  /// Rows that end before a place in the text.
  private static int completeRows(String form, int at) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int start = form.indexOf("c" + i, ends.isEmpty() ? 0 : ends.getLast());
      int next = i + 1 < ROWS ? form.indexOf("c" + (i + 1), start) : form.length();
      ends.add(next);
    }
    int complete = 0;
    for (int i = 0; i + 1 < ends.size(); i++) {
      complete += ends.get(i + 1) <= at ? 1 : 0;
    }
    return complete;
  }

  @Test
  void damagedCsv() throws IOException {
    fuzz(csv(), 200, false);
    fuzz(csv(), 0, true);
  }

  @Test
  void damagedJsonLines() throws IOException {
    fuzz(jsonl(), 60, false);
    fuzz(jsonl(), 0, true);
  }

  @Test
  void damagedXes() throws IOException {
    fuzz(xes(), 60, false);
    fuzz(xes(), 0, true);
  }
}
