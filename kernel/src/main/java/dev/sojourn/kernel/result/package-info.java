/// Results: counts before rates, every rate with its denominator and its 95 % interval.
///
/// [AnalysisResult] is the sealed family. Not here: JSON, rounding, wording.
@NullMarked
package dev.sojourn.kernel.result;

import org.jspecify.annotations.NullMarked;
