package dev.sojourn.store.log;

import java.time.Instant;
import java.util.List;

/// A decision that changes how events are read without changing any event.
public sealed interface Fact {

  /// When it was decided.
  Instant time();

  /// The customer identifiers that it names, verbatim.
  List<String> identifiers();

  /// Two identifiers belong to one customer from here on.
  ///
  /// @param survivor the identifier by which the customer is shown
  /// @param merged the identifier that joins it
  record Merge(String survivor, String merged, Instant time) implements Fact {
    @Override
    public List<String> identifiers() {
      return List.of(survivor, merged);
    }
  }

  /// Takes a merge back: the two identifiers are two customers again.
  ///
  /// @param survivor as in the merge
  /// @param separated the identifier that leaves it
  record Split(String survivor, String separated, Instant time) implements Fact {
    @Override
    public List<String> identifiers() {
      return List.of(survivor, separated);
    }
  }
}
