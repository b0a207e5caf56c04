package dev.sojourn.server.platform;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes ids that sort by the time of their making (UUID version 7, RFC 9562). Thread-safe.
@Component
public class Ids {

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;

  Ids(InstantSource clock) {
    this.clock = clock;
  }

  /// A new id, as text.
  public String next() {
    long high = (clock.millis() << 16) | 0x7000L | random.nextInt(0x1000);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
