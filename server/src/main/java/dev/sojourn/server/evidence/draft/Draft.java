package dev.sojourn.server.evidence.draft;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.evidence.check.Check;
import dev.sojourn.server.evidence.check.CheckReport;
import dev.sojourn.server.evidence.walk.Passage;
import dev.sojourn.server.evidence.walk.Walk;
import dev.sojourn.server.evidence.walk.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Drafts a first journey map from events. Deterministic: the same journeys give the same draft.
public final class Draft {

  /// Typical journeys are mined from at most about this many customers, taken evenly by id.
  static final long MOST_MINED = 200_000;

  /// Of a longer journey this many touchpoints count for the typical journeys.
  static final int LONGEST_PATH = 256;

  private final Journeys journeys;
  private final Engine engine;
  private final Watch watch;

  private Draft(Journeys journeys, Engine engine, Watch watch) {
    this.journeys = journeys;
    this.engine = engine;
    this.watch = watch;
  }

  /// Drafts a map: order, stages and marks from two customers in three, its claims measured on the
  /// third who are held out, typical journeys from all.
  ///
  /// @param assign whether the journey of every customer is wanted
  /// @param engine aligns journeys; stays the caller's to close
  /// @throws RefusedException when there is no event
  /// @throws dev.sojourn.kernel.fold.CancelledException when the one who waits gave up
  public static DraftResult discover(
      Journeys journeys, boolean assign, Engine engine, Watch watch) {
    return new Draft(journeys, engine, watch).discover(assign);
  }

  private DraftResult discover(boolean assign) {
    Travelled travelled = Travelled.of(journeys, watch);
    if (travelled.units() == 0) {
      throw new RefusedException("data", "there is no event to draft a map from; import some.");
    }
    List<Integer> onMap = travelled.onMap();
    int[] byCode = placesOf(travelled, onMap);
    MinedCounts counts = mined(byCode, onMap.size());
    List<Integer> order = TouchpointOrder.of(counts);
    List<String> events = new ArrayList<>();
    long[] customers = new long[order.size()];
    long explained = 0;
    for (int i = 0; i < customers.length; i++) {
      int t = onMap.get(order.get(i));
      events.add(travelled.names().get(t));
      customers[i] = travelled.customers()[t];
      explained += travelled.events()[t];
    }
    List<Integer> starts = StageCuts.of(order, counts, events);
    Structure structure = Structure.of(order, starts, counts, reached(byCode, onMap.size(), order));
    DraftWriter writer = new DraftWriter(structure, events, customers, this::channelOf);
    Paths paths = paths(travelled, assign);
    Told told = Told.of(paths.units, watch.cancelled());
    Typical typical = Typical.of(told, paths.units);
    List<Claim> claims = DraftClaims.of(structure, counts, writer);
    Rate coverage = new Rate(explained, journeysEvents(travelled));
    Sentences sentences =
        new Sentences(
            structure, writer, travelled, coverage, told, typical.journeys, paths.sampled);
    JourneyMap drawn = writer.map(claims, typical.journeys, sentences.population());

    CheckReport onHeldOut =
        Check.run(
            drawn,
            new Split.HeldOut(journeys, travelled.heldOutUnits(), travelled.heldOutEvents()),
            engine,
            watch);
    JourneyMap map =
        onHeldOut.checkedMap().withReality(Check.reality(drawn, journeys, engine, watch));
    return new DraftResult(
        map,
        typical.journeys,
        assignment(told, typical, paths),
        coverage,
        sentences.all(onHeldOut));
  }

  private static long journeysEvents(Travelled travelled) {
    return Arrays.stream(travelled.events()).sum();
  }

  private static int[] placesOf(Travelled travelled, List<Integer> onMap) {
    int[] byCode = new int[travelled.byCode().length];
    for (int code = 0; code < byCode.length; code++) {
      byCode[code] = onMap.indexOf(travelled.byCode()[code]);
    }
    return byCode;
  }

  private MinedCounts mined(int[] byCode, int touchpoints) {
    MinedCounts counts = new MinedCounts(touchpoints);
    Walk.over(
        journeys,
        byCode,
        touchpoints,
        "Mining the order",
        watch,
        passage -> {
          if (isMined(passage)) {
            counts.read(passage);
          }
        });
    return counts;
  }

  private boolean isMined(Passage passage) {
    return !Split.isHeldOut(journeys.unitId(passage.unit()));
  }

  /// Mined customers who come to each place of the order or beyond.
  private long[] reached(int[] byCode, int touchpoints, List<Integer> order) {
    int[] placeOf = new int[touchpoints];
    for (int i = 0; i < touchpoints; i++) {
      placeOf[order.get(i)] = i;
    }
    long[] reached = new long[touchpoints];
    Walk.over(
        journeys,
        byCode,
        touchpoints,
        "Mining who leaves what out",
        watch,
        passage -> {
          int furthest = -1;
          for (int i = 0; i < passage.length() && isMined(passage); i++) {
            furthest = Math.max(furthest, placeOf[passage.touchpoint(i)]);
          }
          for (int i = 0; i <= furthest; i++) {
            reached[i]++;
          }
        });
    return reached;
  }

  private @Nullable String channelOf(String event) {
    Vocabulary vocabulary = journeys.vocabulary();
    String only = null;
    for (int code = 0; code < vocabulary.size(); code++) {
      String channel = vocabulary.channel(code);
      if (vocabulary.name(code).equals(event) && channel != null) {
        if (only != null && !only.equals(channel)) {
          return null;
        }
        only = channel;
      }
    }
    return only;
  }

  /// Paths of customers by touchpoint name.
  ///
  /// @param byCustomer empty when it was not asked for
  /// @param sampled whether not all customers are in `units`
  private record Paths(
      Map<List<String>, Long> units, Map<String, List<String>> byCustomer, boolean sampled) {}

  private Paths paths(Travelled travelled, boolean assign) {
    Map<List<String>, Long> units = new HashMap<>();
    Map<String, List<String>> byCustomer = new HashMap<>();
    Map<List<String>, List<String>> one = new HashMap<>();
    boolean sampled = travelled.units() > MOST_MINED;
    double share = (double) MOST_MINED / travelled.units();
    Walk.over(
        journeys,
        travelled.byCode(),
        travelled.names().size(),
        "Mining typical journeys",
        watch,
        passage -> {
          String customer = sampled || assign ? journeys.unitId(passage.unit()) : "";
          boolean counts = !sampled || Split.lot(customer) < share;
          if (counts || assign) {
            List<String> path = new ArrayList<>();
            for (int i = 0; i < Math.min(LONGEST_PATH, passage.length()); i++) {
              path.add(travelled.names().get(passage.touchpoint(i)));
            }
            List<String> same = one.computeIfAbsent(List.copyOf(path), p -> p);
            if (counts) {
              units.merge(same, 1L, Long::sum);
            }
            if (assign) {
              byCustomer.put(customer, same);
            }
          }
        });
    return new Paths(units, byCustomer, sampled);
  }

  /// Typical journeys with their customers, most first, ties as they were found.
  ///
  /// @param placeOf the place of each journey as it was found
  private record Typical(List<JourneyMap.TypicalJourney> journeys, int[] placeOf) {

    static Typical of(Told told, Map<List<String>, Long> units) {
      List<List<String>> found = told.meansSomething() ? told.journeys().journeys() : List.of();
      long[] customers = new long[found.size()];
      units.forEach(
          (path, n) -> told.journeyOf(path).ifPresent(journey -> customers[journey] += n));
      List<Integer> order = new ArrayList<>();
      for (int j = 0; j < customers.length; j++) {
        order.add(j);
      }
      order.sort(Comparator.<Integer>comparingLong(j -> -customers[j]).thenComparingInt(j -> j));
      List<JourneyMap.TypicalJourney> journeys = new ArrayList<>();
      int[] placeOf = new int[customers.length];
      for (int j : order) {
        placeOf[j] = journeys.size();
        journeys.add(new JourneyMap.TypicalJourney(found.get(j), customers[j]));
      }
      return new Typical(List.copyOf(journeys), placeOf);
    }
  }

  private static Map<String, Integer> assignment(Told told, Typical typical, Paths paths) {
    Map<List<String>, OptionalInt> journeyOf = new HashMap<>();
    Map<String, Integer> assignment = new TreeMap<>();
    paths.byCustomer.forEach((customer, path) ->
        journeyOf
            .computeIfAbsent(path, told::journeyOf)
            .ifPresent(journey -> assignment.put(customer, typical.placeOf[journey])));
    return assignment;
  }
}
