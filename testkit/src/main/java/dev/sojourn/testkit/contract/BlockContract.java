package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What holds for every block that a cursor fills.
public final class BlockContract {

  private BlockContract() {}

  /// Asserts that the gaps of all blocks are those between their times.
  public static void gapsAreBetweenTimes(Journeys journeys) {
    for (JourneyPart part : journeys.parts()) {
      gapsAreBetweenTimes(part.open());
      int[] all = new int[journeys.vocabulary().size()];
      Arrays.setAll(all, code -> code);
      gapsAreBetweenTimes(part.openEntered(all, all, Long.MIN_VALUE));
    }
  }

  private static void gapsAreBetweenTimes(JourneyCursor cursor) {
    JourneyBlock block = new JourneyBlock();
    try (cursor) {
      while (cursor.next(block)) {
        // Before the times: a source may store gaps, and then they are not made from times.
        long[] stored = block.gaps();
        long[] gaps = stored == null ? null : Arrays.copyOf(stored, block.events());
        assertArrayEquals(ofTimes(block), gaps);
        long[] made = block.gaps();
        assertArrayEquals(gaps, made == null ? null : Arrays.copyOf(made, block.events()));
      }
    }
  }

  private static long @Nullable [] ofTimes(JourneyBlock block) {
    long[] time = block.time();
    long[] gaps = new long[block.events()];
    for (int j = 0; j < block.journeys(); j++) {
      for (int i = block.start()[j]; i < block.start()[j + 1]; i++) {
        if (time[i] == JourneyBlock.UNTIMED) {
          return null;
        }
        gaps[i] = i == block.start()[j] ? 0 : time[i] - time[i - 1];
      }
    }
    return gaps;
  }
}
