package dev.sojourn.server.evidence;

import dev.sojourn.map.model.CheckResult.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the latest checks found that was not so before. Thread-safe.
public interface MapNews {

  /// Claims that came out differently, newest first.
  List<VerdictChange> verdicts(String workspace, int most);

  /// Paths that nobody drew and that were not seen before, newest first.
  List<NewPath> paths(String workspace, int most);

  /// A claim that came out differently.
  record VerdictChange(
      String map,
      UUID claim,
      UUID element,
      String statement,
      Verdict verdict,
      Verdict former,
      String sentence,
      long n,
      @Nullable Double observed,
      Instant at) {}

  /// A path that nobody drew.
  ///
  /// @param from what is left, in words
  /// @param to what is reached, in words
  /// @param of all customers whose journeys were held against the map
  record NewPath(
      String map,
      UUID fromStage,
      String from,
      UUID toStage,
      String to,
      long customers,
      long of,
      Instant at) {}
}
