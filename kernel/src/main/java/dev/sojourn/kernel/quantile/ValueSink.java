package dev.sojourn.kernel.quantile;

/// Receives values of numbered series.
@FunctionalInterface
public interface ValueSink {

  /// Takes a value of 0 or more.
  void add(int series, long value);
}
