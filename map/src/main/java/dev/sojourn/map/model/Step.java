package dev.sojourn.map.model;

import java.util.UUID;

/// Something that the customer does in a stage. Several touchpoints of one step are different ways
/// to do it.
///
/// @param title in the customer's words
/// @param isOptional customers may leave it out
/// @param repeatable customers may do it again and again
/// @param orderGroup how it stands to its neighbours in the stage
public record Step(
    UUID id,
    UUID stage,
    @Bounds(min = 1, max = 400) String title,
    boolean isOptional,
    boolean repeatable,
    OrderGroup orderGroup) {

  /// How a step stands to the steps beside it in the same stage.
  public enum OrderGroup {
    /// After the one before it.
    SEQUENCE,
    /// Neighbours of this kind are done in any order.
    ANY_ORDER,
    /// Of neighbours of this kind one is done.
    ALTERNATIVE
  }
}
