package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.result.Inside;
import java.util.List;

/// The question who is inside a count, bound to a snapshot.
///
/// @param parts what is folded; blocks hold touchpoint numbers
/// @param fold gives a page of the units
public record InsidePlan(List<? extends JourneyPart> parts, Fold<?, Inside> fold) {}
