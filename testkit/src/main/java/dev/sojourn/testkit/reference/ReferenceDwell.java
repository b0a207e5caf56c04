package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.StageDwell;
import dev.sojourn.kernel.result.Elapsed;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long units stay in each stage; `docs/concepts/semantics-dwell.md`.
final class ReferenceDwell {

  private ReferenceDwell() {}

  /// A stay in a stage.
  ///
  /// @param left the stage that it was left to; null while it is open
  private record Stay(
      String stage, @Nullable Instant from, @Nullable String left, @Nullable Instant to) {}

  static AnalysisResult.Dwell answer(Spec.Dwell spec, List<PlainJourney> journeys) {
    List<Stay> stays = new ArrayList<>();
    for (PlainJourney journey : journeys) {
      stays.addAll(stays(spec, journey.events()));
    }
    List<String> order = List.copyOf(spec.stages().keySet());
    List<StageDwell> stages = new ArrayList<>();
    for (String stage : order) {
      List<Stay> here = stays.stream().filter(s -> s.stage().equals(stage)).toList();
      List<Duration> closed = new ArrayList<>();
      long open = 0;
      long forward = 0;
      long backward = 0;
      for (Stay stay : here) {
        if (stay.left() == null) {
          open++;
        } else if (order.indexOf(stay.left()) > order.indexOf(stage)) {
          forward++;
        } else {
          backward++;
        }
        if (stay.left() != null && stay.from() != null && stay.to() != null) {
          closed.add(Duration.between(stay.from(), stay.to()));
        }
      }
      long lost = stage.equals(order.getLast()) ? 0 : open;
      Elapsed elapsed = Figures.elapsed(closed);
      stages.add(
          new StageDwell(
              stage,
              here.size(),
              elapsed == null ? null : elapsed.median(),
              elapsed == null ? null : elapsed.p90(),
              open,
              forward,
              backward,
              lost));
    }
    return new AnalysisResult.Dwell(Visible.population(journeys), stages);
  }

  private static List<Stay> stays(Spec.Dwell spec, List<PlainEvent> events) {
    List<Stay> stays = new ArrayList<>();
    for (PlainEvent event : events) {
      String stage = stage(spec, event.name());
      if (stage == null || (!stays.isEmpty() && stays.getLast().stage().equals(stage))) {
        continue;
      }
      if (!stays.isEmpty()) {
        Stay ended = stays.removeLast();
        stays.add(new Stay(ended.stage(), ended.from(), stage, event.time()));
      }
      stays.add(new Stay(stage, event.time(), null, null));
    }
    return stays;
  }

  private static @Nullable String stage(Spec.Dwell spec, String name) {
    return spec.stages().keySet().stream()
        .filter(stage -> spec.stages().getOrDefault(stage, List.of()).contains(name))
        .findFirst()
        .orElse(null);
  }
}
