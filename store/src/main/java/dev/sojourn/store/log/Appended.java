package dev.sojourn.store.log;

/// What became of events that were handed in; every one of them is counted once.
///
/// @param stored new events, durable
/// @param duplicates events that the log had already, by id or by source and ordinal
/// @param suppressed events of erased customers, refused
public record Appended(long stored, long duplicates, long suppressed) {

  /// Nothing handed in.
  public static final Appended NOTHING = new Appended(0, 0, 0);

  /// Both together.
  public Appended plus(Appended other) {
    return new Appended(
        stored + other.stored, duplicates + other.duplicates, suppressed + other.suppressed);
  }
}
