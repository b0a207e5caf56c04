package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.result.AnalysisResult;
import java.util.List;

/// A spec bound to a snapshot: journeys read through the spec's lens, and the fold that answers.
///
/// @param parts what is folded; blocks hold touchpoint numbers
/// @param fold the first round
public record Plan(List<? extends JourneyPart> parts, Fold<?, ? extends AnalysisResult> fold) {}
