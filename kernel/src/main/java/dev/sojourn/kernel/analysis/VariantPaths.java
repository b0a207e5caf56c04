package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.AnalysisResult.Variant;
import dev.sojourn.kernel.result.Rate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The second round of variants: finds the paths of the hashes that will be listed. Of the paths
/// that tie for the last places it keeps only as many as there are places, the first by name.
final class VariantPaths implements Fold<VariantPaths.Found, AnalysisResult.Variants> {

  private final List<String> touchpoints;
  private final PathCounts candidates;
  private final long least;
  private final int tiePlaces;
  private final int distinct;
  private final Population population;

  /// The round for the paths of most units.
  ///
  /// @param top how many are listed
  /// @return null when there are none
  static @Nullable VariantPaths of(
      List<String> touchpoints, PathCounts paths, int top, Population population) {
    long[] counts = paths.sortedCounts();
    int distinct = counts.length;
    int listed = Math.min(top, distinct);
    if (listed == 0) {
      return null;
    }
    // Among the paths with exactly as many units as the last one listed, names decide.
    long least = counts[distinct - listed];
    int above = 0;
    while (above < listed && counts[distinct - 1 - above] > least) {
      above++;
    }
    return new VariantPaths(
        touchpoints, paths.atLeast(least), least, listed - above, distinct, population);
  }

  /// @param candidates paths of at least `least` units
  /// @param tiePlaces how many of those with exactly `least` units are listed, at least 1
  private VariantPaths(
      List<String> touchpoints,
      PathCounts candidates,
      long least,
      int tiePlaces,
      int distinct,
      Population population) {
    this.touchpoints = touchpoints;
    this.candidates = candidates;
    this.least = least;
    this.tiePlaces = tiePlaces;
    this.distinct = distinct;
    this.population = population;
  }

  /// The paths found so far; touchpoint numbers are in the order of names, and so are these maps.
  static final class Found {
    final TreeMap<char[], Long> above = new TreeMap<>(Arrays::compare);
    final TreeMap<char[], Long> ties = new TreeMap<>(Arrays::compare);
    private final PathHash hash = new PathHash();
  }

  @Override
  public Found start() {
    return new Found();
  }

  @Override
  public void add(JourneyBlock block, Found found) {
    int[] start = block.start();
    char[] code = block.code();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      found.hash.of(code, start[j], start[j + 1]);
      long units = candidates.count(found.hash.high, found.hash.low);
      if (units > least) {
        char[] path = Arrays.copyOfRange(code, start[j], start[j + 1]);
        found.above.putIfAbsent(path, units);
      } else if (units == least && mayTie(found, code, start[j], start[j + 1])) {
        tie(found, Arrays.copyOfRange(code, start[j], start[j + 1]));
      }
    }
  }

  private boolean mayTie(Found found, char[] code, int from, int to) {
    if (found.ties.size() < tiePlaces) {
      return true;
    }
    char[] last = found.ties.lastKey();
    return Arrays.compare(code, from, to, last, 0, last.length) < 0;
  }

  private void tie(Found found, char[] path) {
    found.ties.put(path, least);
    if (found.ties.size() > tiePlaces) {
      found.ties.pollLastEntry();
    }
  }

  @Override
  public void merge(Found into, Found from) {
    into.above.putAll(from.above);
    from.ties.keySet().forEach(path -> tie(into, path));
  }

  @Override
  public byte[] write(Found found) {
    PartialWriter to = new PartialWriter();
    for (Map<char[], Long> paths : List.of(found.above, found.ties)) {
      to.putInt(paths.size());
      paths.forEach((path, units) -> to.putChars(path, 0, path.length).putLong(units));
    }
    return to.toBytes();
  }

  @Override
  public Found read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Found found = new Found();
    for (Map<char[], Long> paths : List.of(found.above, found.ties)) {
      for (int i = from.getInt(); i > 0; i--) {
        paths.put(from.getChars(), from.getLong());
      }
    }
    return found;
  }

  @Override
  public Round<AnalysisResult.Variants> finish(Found merged) {
    return new Round.Done<>(variants(merged));
  }

  AnalysisResult.Variants variants(Found merged) {
    List<Variant> variants = new ArrayList<>();
    merged.above.forEach((path, units) -> variants.add(variant(path, units)));
    merged.ties.forEach((path, units) -> variants.add(variant(path, units)));
    // Stable: paths of equal count stay in the order of their names.
    variants.sort(Comparator.comparingLong(Variant::units).reversed());
    long listed = variants.stream().mapToLong(Variant::units).sum();
    return new AnalysisResult.Variants(
        population,
        variants,
        distinct,
        distinct - (long) variants.size(),
        population.units() - listed);
  }

  private Variant variant(char[] path, long units) {
    List<String> names = new ArrayList<>(path.length);
    for (char t : path) {
      names.add(touchpoints.get(t));
    }
    return new Variant(List.copyOf(names), units, new Rate(units, population.units()));
  }
}
