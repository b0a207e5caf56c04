package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import dev.sojourn.server.evidence.walk.Passage;
import dev.sojourn.server.evidence.walk.Ways;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts what customers do on the ground of a map. Each is followed through the stages in the
/// order of first being there, so that as many leave a stage as come to it. For one thread.
final class RealityCount {

  private static final int MOST_UNDRAWN = 6;
  private static final double LEAST_UNDRAWN_SHARE = 0.05;

  private final MapGround ground;
  private final Tick tick;
  private final int stages;
  private final int touchpoints;
  private final long[][] flow;
  private final long[][] back;
  private final long[] inStage;
  private final long[] atTouchpoint;
  private final Ways undrawn;
  private final long[][] sincePrevious;
  private final int[] timed;
  private final int[] firstOfStage;
  private final boolean[][] went;
  private long customers;

  RealityCount(MapGround ground, Tick tick) {
    this.ground = ground;
    this.tick = tick;
    stages = ground.map().stages().size();
    touchpoints = ground.touchpoints();
    flow = new long[stages + 1][stages + 1];
    back = new long[stages][stages];
    inStage = new long[stages];
    atTouchpoint = new long[touchpoints];
    undrawn = new Ways(touchpoints);
    sincePrevious = new long[stages][16];
    timed = new int[stages];
    firstOfStage = new int[stages];
    went = new boolean[stages][stages];
  }

  void read(Passage passage) {
    customers++;
    for (int i = 0; i < passage.length(); i++) {
      int t = passage.touchpoint(i);
      atTouchpoint[t] += passage.first(t) == i ? 1 : 0;
    }
    Arrays.fill(firstOfStage, -1);
    for (boolean[] row : went) {
      Arrays.fill(row, false);
    }
    int newest = stages;
    int here = -1;
    for (int i = 0; i < passage.length(); i++) {
      int stage = ground.stageOf(passage.touchpoint(i));
      if (stage >= 0) {
        if (firstOfStage[stage] < 0) {
          firstOfStage[stage] = i;
          inStage[stage]++;
          flow[newest][stage]++;
          newest = stage;
        } else if (here != stage && !went[here][stage]) {
          went[here][stage] = true;
          back[here][stage]++;
        }
        here = stage;
      }
    }
    if (newest < stages) {
      flow[newest][stages]++;
    }
    undrawn.read(passage);
    times(passage);
  }

  private void times(Passage passage) {
    for (int s = 1; s < stages; s++) {
      if (firstOfStage[s] >= 0
          && firstOfStage[s - 1] >= 0
          && firstOfStage[s] > firstOfStage[s - 1]) {
        long a = passage.time(firstOfStage[s - 1]);
        long b = passage.time(firstOfStage[s]);
        if (a != JourneyBlock.UNTIMED && b != JourneyBlock.UNTIMED) {
          if (timed[s] == sincePrevious[s].length) {
            sincePrevious[s] = Arrays.copyOf(sincePrevious[s], timed[s] * 2);
          }
          sincePrevious[s][timed[s]++] = b - a;
        }
      }
    }
  }

  /// @param feelings what customers say of the steps
  Reality reality(
      DataSpan span, AnalysisResult.@Nullable Alignment alignment, List<Reality.Feeling> feelings) {
    JourneyMap map = ground.map();
    List<Reality.StageCount> stageCounts = new ArrayList<>();
    for (int s = 0; s < stages; s++) {
      Measured.Median since = MedianInterval.of(sincePrevious[s], timed[s], tick);
      stageCounts.add(
          new Reality.StageCount(
              id(s), inStage[s], timed[s] == 0 ? null : Double.valueOf(since.seconds())));
    }
    List<Reality.TouchpointCount> touchpointCounts = new ArrayList<>();
    for (int t = 0; t < touchpoints; t++) {
      if (ground.stageOf(t) >= 0
          && ground.touchpointsOf(map.touchpoints().get(t).id()).length > 0) {
        touchpointCounts.add(
            new Reality.TouchpointCount(
                map.touchpoints().get(t).id(), atTouchpoint[t], inStage[ground.stageOf(t)]));
      }
    }
    List<Reality.Flow> flows = new ArrayList<>();
    for (int a = 0; a <= stages; a++) {
      for (int b = 0; b <= stages; b++) {
        if (flow[a][b] > 0) {
          flows.add(
              new Reality.Flow(a == stages ? null : id(a), b == stages ? null : id(b), flow[a][b]));
        }
      }
    }
    List<Reality.Return> returns = new ArrayList<>();
    for (int a = 0; a < stages; a++) {
      for (int b = 0; b < stages; b++) {
        if (back[a][b] > 0) {
          returns.add(new Reality.Return(id(a), id(b), back[a][b]));
        }
      }
    }
    return new Reality(
        span.from(),
        span.to(),
        null,
        customers,
        stageCounts,
        touchpointCounts,
        flows,
        returns,
        undrawnPaths(),
        feelings,
        alignment == null ? null : Long.valueOf(alignment.fits().n()),
        alignment == null ? null : alignment.fitnessMean(),
        coverage(alignment),
        List.of(),
        false,
        span.fingerprint());
  }

  private static @Nullable Double coverage(AnalysisResult.@Nullable Alignment alignment) {
    if (alignment == null || alignment.coverage().events().d() == 0) {
      return null;
    }
    return alignment.coverage().events().value().orElseThrow();
  }

  private UUID id(int stage) {
    List<Stage> all = ground.map().stages();
    return all.get(stage).id();
  }

  /// Direct ways between touchpoints that at least one customer in twenty takes and that are not
  /// drawn.
  private List<Reality.UndrawnPath> undrawnPaths() {
    record Way(int from, int to, long customers) {}
    JourneyMap map = ground.map();
    DrawnWays drawn = DrawnWays.of(map, ground);
    List<Way> found = new ArrayList<>();
    for (int a = 0; a < touchpoints; a++) {
      for (int b = 0; b < touchpoints; b++) {
        long took = undrawn.customers(a, b);
        boolean placed = ground.stageOf(a) >= 0 && ground.stageOf(b) >= 0;
        boolean many = took > 0 && took >= customers * LEAST_UNDRAWN_SHARE;
        if (placed && many && !drawn.lead(ground.stepOf(a), ground.stepOf(b))) {
          found.add(new Way(a, b, took));
        }
      }
    }
    found.sort(
        Comparator.<Way>comparingLong(w -> -w.customers)
            .thenComparingInt(Way::from)
            .thenComparingInt(Way::to));
    return found.stream()
        .limit(MOST_UNDRAWN)
        .map(w ->
            new Reality.UndrawnPath(
                id(ground.stageOf(w.from)),
                id(ground.stageOf(w.to)),
                shortened(map.touchpoints().get(w.from).name()),
                shortened(map.touchpoints().get(w.to).name()),
                w.customers))
        .toList();
  }

  private static String shortened(String name) {
    return name.length() <= 200 ? name : name.substring(0, 199) + "…";
  }
}
