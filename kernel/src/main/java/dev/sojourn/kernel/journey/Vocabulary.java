package dev.sojourn.kernel.journey;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the codes of a snapshot stand for: a code is one (event name, channel) pair, in a view that
/// tells events apart together with some properties. Codes are dense from 0, at most [#MAX_SIZE] of
/// them, and mean nothing outside their snapshot.
public interface Vocabulary {

  /// The most codes a snapshot can have: a code is 16 bits wide and the last one is reserved.
  int MAX_SIZE = 65_535;

  /// The number of codes.
  int size();

  /// The event name of a code.
  String name(int code);

  /// The channel of a code; null when the events carry none.
  @Nullable String channel(int code);

  /// What the codes tell apart beyond name and channel.
  default ToldApart toldApart() {
    return ToldApart.NOTHING;
  }

  /// The properties that tell a code apart; without those that its events lack.
  default Map<String, String> properties(int code) {
    return Map.of();
  }
}
