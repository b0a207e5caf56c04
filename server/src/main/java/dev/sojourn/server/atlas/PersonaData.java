package dev.sojourn.server.atlas;

import dev.sojourn.server.atlas.MapEvidence.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What events say of the customers in a persona's segment.
///
/// @param customers in the segment, of all
/// @param touchpoints most different first
/// @param journeyLength events a customer
/// @param sentence the largest difference in words
public record PersonaData(
    Share customers, List<Compared> touchpoints, Length journeyLength, String sentence) {

  public PersonaData {
    touchpoints = List.copyOf(touchpoints);
  }

  /// Customers who come to a touchpoint, inside and outside of the segment.
  public record Compared(String name, Share inside, Share outside) {}

  /// Median events a customer; null where there are no customers.
  public record Length(@Nullable Double medianInside, @Nullable Double medianOutside) {}
}
