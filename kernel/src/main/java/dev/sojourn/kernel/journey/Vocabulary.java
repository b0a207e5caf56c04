package dev.sojourn.kernel.journey;

import org.jspecify.annotations.Nullable;

/// What the codes of a snapshot stand for: a code is one (event name, channel) pair. Codes are
/// dense from 0, at most [#MAX_SIZE] of them, and mean nothing outside their snapshot.
public interface Vocabulary {

  /// The most codes a snapshot can have: a code is 16 bits wide and the last one is reserved.
  int MAX_SIZE = 65_535;

  /// The number of codes.
  int size();

  /// The event name of a code.
  String name(int code);

  /// The channel of a code; null when the events carry none.
  @Nullable String channel(int code);
}
