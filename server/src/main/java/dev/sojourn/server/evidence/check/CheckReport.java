package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the journeys of all customers say about a map.
///
/// @param map the map that was checked, with what its drawing claims among its claims
/// @param alignment journeys held against the map; null when it has no measurable touchpoint
/// @param claims every claim of the map with its verdict, in the order of the map
/// @param reality what customers did on the ground of the map
public record CheckReport(
    JourneyMap map,
    AnalysisResult.@Nullable Alignment alignment,
    List<Checked> claims,
    Reality reality) {

  public CheckReport {
    claims = List.copyOf(claims);
  }

  /// A claim and its result.
  ///
  /// @param element what a person calls the element that the claim is about
  public record Checked(Claim claim, String element, CheckResult result) {}

  /// The mean fitness over customers; empty when nothing could be aligned.
  public Optional<Double> fitness() {
    return Optional.ofNullable(alignment == null ? null : alignment.fitnessMean());
  }

  /// Which version was checked: the head of the hash of what was authored, claims included.
  public String version() {
    return MapJson.contentHash(map).substring(0, 12);
  }

  /// The share of events that the map explains; empty when nothing could be aligned.
  public Optional<Double> coverage() {
    return Optional.ofNullable(reality.coverage());
  }

  /// The map with these results and this reality laid over it.
  public JourneyMap checkedMap() {
    return map.withChecks(claims.stream().map(Checked::result).toList()).withReality(reality);
  }
}
