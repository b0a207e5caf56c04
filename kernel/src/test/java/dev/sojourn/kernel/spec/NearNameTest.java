package dev.sojourn.kernel.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNameTest {

  private static final List<String> NAMES = List.of("window", "breakdown", "funnel", "alignment");

  @Test
  void theNearestWinsWhateverComesAfterIt() {
    assertEquals("funnel", NearName.of("funel", NAMES));
    assertEquals("window", NearName.of("windw", NAMES));
    assertEquals("breakdown", NearName.of("braekdown", NAMES));
  }

  @Test
  void equallyNearNamesAreDecidedByName() {
    assertEquals("card", NearName.of("carx", List.of("cart", "card", "care")));
  }

  @Test
  void nothingNearIsNothing() {
    assertNull(NearName.of("zebra", NAMES));
    assertEquals("", NearName.hint("zebra", NAMES));
    assertEquals(" Did you mean 'window'?", NearName.hint("Windows", NAMES));
  }
}
