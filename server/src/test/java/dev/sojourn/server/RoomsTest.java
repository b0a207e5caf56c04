package dev.sojourn.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Rooms know one another through their root packages only, and not in a circle.
class RoomsTest {

  @Test
  void noRoomReachesIntoAnother() {
    ApplicationModules.of(SojournApplication.class).verify();
  }
}
