package dev.sojourn.store.log.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.store.log.frame.FrameScan.Tail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameScanTest {

  private static final byte[] FIRST = {1, 2, 3};

  /// Ends as a file does that grew without being written.
  private static final byte[] LAST = new byte[20];

  @TempDir Path folder;

  @Test
  void readsWhatWasFramed() throws IOException {
    FrameScan scan = scan(file());
    assertEquals(Tail.NONE, scan.tail());
    assertEquals(2, scan.frames().size());
    assertArrayEquals(FIRST, scan.frames().getFirst().bytes());
    assertArrayEquals(LAST, scan.frames().getLast().bytes());
  }

  @Test
  void aFlippedBitIsNeverAnInterruptedWrite() throws IOException {
    int last = Frames.frame(FIRST).length;
    for (int bit = 0; bit < 8 * file().length; bit++) {
      byte[] flipped = file();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertEquals(
          bit < 8 * last ? Tail.DAMAGED : Tail.DOUBTFUL, scan(flipped).tail(), "bit " + bit);
    }
  }

  @Test
  void whatWasNotWrittenToItsEndIsAnInterruptedWrite() throws IOException {
    byte[] whole = file();
    int last = Frames.frame(FIRST).length;
    for (int written = last + 1; written < whole.length; written++) {
      byte[] cut = Arrays.copyOf(whole, written);
      assertEquals(Tail.TORN, scan(cut).tail(), written + " bytes");
      assertEquals(last, scan(cut).validBytes());
      byte[] grown = Arrays.copyOf(cut, whole.length);
      assertEquals(Tail.TORN, scan(grown).tail(), written + " bytes and zeros");
    }
  }

  private static byte[] file() {
    byte[] first = Frames.frame(FIRST);
    byte[] last = Frames.frame(LAST);
    byte[] both = Arrays.copyOf(first, first.length + last.length);
    System.arraycopy(last, 0, both, first.length, last.length);
    return both;
  }

  private FrameScan scan(byte[] bytes) throws IOException {
    return FrameScan.read(Files.write(folder.resolve("frames"), bytes));
  }
}
