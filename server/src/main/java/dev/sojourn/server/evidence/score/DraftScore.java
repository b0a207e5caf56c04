package dev.sojourn.server.evidence.score;

import dev.sojourn.server.evidence.draft.JourneySet;
import dev.sojourn.server.evidence.draft.PathTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How well the typical journeys of one file were found; the truth is looked at afterwards only.
///
/// @param file the name of the file
/// @param trueJourneys distinct true maps
/// @param foundJourneys typical journeys found
/// @param adjustedRand of the assignment against the truth; a journey counted to none is a group of
///   its own
/// @param pairF1 of the same
/// @param recovered share of the true maps that were found exactly
/// @param trueToFound mean similarity of a true map to the nearest found one
/// @param foundToTrue mean similarity of a found journey to the nearest true map
public record DraftScore(
    String file,
    int trueJourneys,
    int foundJourneys,
    double adjustedRand,
    double pairF1,
    double recovered,
    double trueToFound,
    double foundToTrue) {

  /// Finds typical journeys and judges them.
  public static DraftScore of(LabelledJourneys labelled) {
    Map<List<String>, Long> units = new HashMap<>();
    labelled.paths().forEach(path -> units.merge(path, 1L, Long::sum));
    JourneySet found = JourneySet.mine(PathTable.of(units), () -> false);
    List<Integer> assigned = new ArrayList<>();
    for (int i = 0; i < labelled.paths().size(); i++) {
      assigned.add(found.journeyOf(labelled.paths().get(i)).orElse(-1 - i));
    }
    Agreement agreement = Agreement.of(assigned, labelled.truth());
    Set<List<String>> truth = new LinkedHashSet<>(labelled.truth());
    List<List<String>> journeys = found.journeys();
    return new DraftScore(
        labelled.file(),
        truth.size(),
        journeys.size(),
        agreement.adjustedRand(),
        agreement.pairF1(),
        (double) truth.stream().filter(journeys::contains).count() / truth.size(),
        Agreement.nearest(truth, journeys),
        Agreement.nearest(journeys, truth));
  }

  /// The mean of each number over scores; `file` names what they are of.
  static String meansJson(List<DraftScore> scores) {
    return "\"files\":%d,\"adjustedRand\":%s,\"pairF1\":%s,\"recovered\":%s,\"trueToFound\":%s,\"foundToTrue\":%s,\"rightNumber\":%s"
        .formatted(
            scores.size(),
            mean(scores, DraftScore::adjustedRand),
            mean(scores, DraftScore::pairF1),
            mean(scores, DraftScore::recovered),
            mean(scores, DraftScore::trueToFound),
            mean(scores, DraftScore::foundToTrue),
            mean(scores, s -> s.trueJourneys() == s.foundJourneys() ? 1 : 0));
  }

  private static double mean(
      List<DraftScore> scores, java.util.function.ToDoubleFunction<DraftScore> of) {
    return scores.stream().mapToDouble(of).average().orElse(0);
  }

  String json() {
    return "{\"file\":\"%s\",\"trueJourneys\":%d,\"foundJourneys\":%d,\"adjustedRand\":%s,\"pairF1\":%s,\"recovered\":%s,\"trueToFound\":%s,\"foundToTrue\":%s}"
        .formatted(
            file.replace("\\", "\\\\").replace("\"", "\\\""),
            trueJourneys,
            foundJourneys,
            adjustedRand,
            pairF1,
            recovered,
            trueToFound,
            foundToTrue);
  }
}
