package dev.sojourn.kernel.spec;

/// How a path of [Spec.Paths] can end.
public enum PathOutcome {
  /// With the end that was asked for.
  ARRIVED,
  /// Because it was cut after so many steps.
  CONTINUES,
  /// With what was known last, less than the timeout ago.
  IN_PROGRESS,
  /// Because nothing more happened, or nothing before when steps are counted back from an end.
  DROPPED
}
