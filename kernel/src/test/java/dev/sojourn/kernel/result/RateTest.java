package dev.sojourn.kernel.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void noneInTenCanStillBeMoreThanAQuarter() {
    Rate rate = new Rate(0, 10);
    assertEquals(0, rate.low().orElseThrow());
    assertEquals(0.278, rate.high().orElseThrow(), 0.0005);
  }

  @Test
  void thirtyInAHundred() {
    Rate rate = new Rate(30, 100);
    assertEquals(0.219, rate.low().orElseThrow(), 0.0005);
    assertEquals(0.396, rate.high().orElseThrow(), 0.0005);
  }

  @Test
  void ofNothingIsUndefinedNotZero() {
    assertTrue(new Rate(0, 0).value().isEmpty());
    assertTrue(new Rate(0, 0).low().isEmpty());
  }

  @Test
  void moreThanAllIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Rate(3, 2));
  }
}
