package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Variant;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainJourney;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The distinct paths of whole journeys; `docs/concepts/semantics-variants.md`.
final class ReferenceVariants {

  private ReferenceVariants() {}

  static AnalysisResult.Variants answer(Spec.Variants spec, List<PlainJourney> journeys) {
    Map<List<String>, Long> units = new HashMap<>();
    for (PlainJourney journey : journeys) {
      units.merge(journey.path(), 1L, Long::sum);
    }
    List<Variant> variants = new ArrayList<>();
    units.forEach((path, n) -> variants.add(new Variant(path, n, new Rate(n, journeys.size()))));
    variants.sort(
        Comparator.comparingLong(Variant::units)
            .reversed()
            .thenComparing(Variant::path, ReferenceVariants::byElement));
    List<Variant> top = variants.subList(0, Math.min(spec.top(), variants.size()));
    return new AnalysisResult.Variants(
        Visible.population(journeys),
        top,
        variants.size(),
        variants.size() - top.size(),
        journeys.size() - top.stream().mapToLong(Variant::units).sum());
  }

  /// Element by element; a path comes before those that it begins.
  private static int byElement(List<String> a, List<String> b) {
    return Arrays.compare(a.toArray(String[]::new), b.toArray(String[]::new));
  }
}
