package dev.sojourn.kernel.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TickTest {

  @Test
  void theFirstTickAtOrAfterAnInstantKeepsHalfOpenRanges() {
    assertEquals(2, Tick.SECOND.ceil(Instant.ofEpochSecond(1, 1)));
    assertEquals(1_001, Tick.MILLISECOND.ceil(Instant.ofEpochSecond(1, 1)));
    assertEquals(-1, Tick.SECOND.ceil(Instant.ofEpochSecond(-2, 1)));
  }

  @Test
  void instantsBeyondWhatTicksCountAreBeforeOrAfterEveryTime() {
    assertEquals(Long.MAX_VALUE, Tick.MICROSECOND.ceil(Instant.MAX));
    assertEquals(JourneyBlock.UNTIMED + 1, Tick.MICROSECOND.ceil(Instant.MIN));
    assertEquals(Instant.MAX.getEpochSecond() + 1, Tick.SECOND.ceil(Instant.MAX));
  }
}
