package dev.sojourn.testkit.random;

import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainJourneys;

/// A question and journeys to ask it of.
///
/// @param seed what the case was made from; a shrunken case keeps the seed of its origin
public record RandomCase(long seed, Spec spec, PlainJourneys journeys) {

  /// The same question over other journeys.
  RandomCase with(PlainJourneys other) {
    return new RandomCase(seed, spec, other);
  }

  /// What a person needs to see to repeat the case by hand.
  @Override
  public String toString() {
    return "seed: " + seed + "\nspec: " + spec + "\n" + journeys;
  }
}
