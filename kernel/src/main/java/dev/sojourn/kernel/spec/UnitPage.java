package dev.sojourn.kernel.spec;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which of the units that are inside a count are wanted.
///
/// @param order how units are listed
/// @param limit the most units on the page, from 1 to [#MAX_LIMIT]
/// @param after the units behind this position; null for the first page
/// @param ids only units with such a public id are counted and listed; null for all
public record UnitPage(
    Order order, int limit, @Nullable Position after, @Nullable Predicate<String> ids) {

  /// The most units on one page.
  public static final int MAX_LIMIT = 200;

  /// How units are listed.
  public enum Order {
    /// By the time of the last visible event, newest first, those without a time last; equal ones
    /// by public id.
    LATEST,
    /// By public id.
    ID
  }

  /// The place of a unit in an order; it keeps its meaning whatever is stored later.
  ///
  /// @param lastTime the time of its last visible event; null without one, and where the order does
  ///   not ask for it
  /// @param id its public id
  public record Position(@Nullable Instant lastTime, String id) {}

  /// The first page of all units.
  public static UnitPage first(Order order, int limit) {
    return new UnitPage(order, limit, null, null);
  }
}
