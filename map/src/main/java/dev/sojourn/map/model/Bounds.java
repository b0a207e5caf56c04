package dev.sojourn.map.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The least and the greatest value of a number, or the fewest and most characters of a text. The
/// reader of JSON refuses what lies outside, and the published schema says the same.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Bounds {
  /// The least value or length, inclusive.
  double min();

  /// The greatest value or length, inclusive.
  double max();
}
