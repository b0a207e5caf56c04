package dev.sojourn.map.diff;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.Evidence;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compares two versions of a map by the ids of their elements. For one thread, for one pair.
public final class MapDiff {

  private static final int LONGEST_VALUE = 60;

  private final List<Change> changes = new ArrayList<>();

  private MapDiff() {}

  /// What changed from one version to another, in the order of the newer map; what was removed
  /// comes first in each kind of element.
  public static List<Change> of(JourneyMap before, JourneyMap after) {
    MapDiff diff = new MapDiff();
    diff.itself(before, after);
    diff.part("Persona", before.personas(), after.personas(), Persona::id, Persona::name);
    diff.part("Stage", before.stages(), after.stages(), Stage::id, Stage::name);
    diff.part("Step", before.steps(), after.steps(), Step::id, Step::title);
    diff.part("Link", before.links(), after.links(), StepLink::id, l -> l.kind().name());
    diff.part("Lane", before.lanes(), after.lanes(), Lane::id, Lane::title);
    diff.part("Card", before.cards(), after.cards(), Card::id, c -> label(c, before, after));
    diff.part(
        "Touchpoint", before.touchpoints(), after.touchpoints(), Touchpoint::id, Touchpoint::name);
    diff.part(
        "Feeling", before.emotions(), after.emotions(), EmotionPoint::id, e -> e.valence() + "");
    diff.part("Claim", before.claims(), after.claims(), Claim::id, Claim::statement);
    diff.part("Evidence", before.evidence(), after.evidence(), Evidence::id, Evidence::title);
    return List.copyOf(diff.changes);
  }

  private static String label(Card card, JourneyMap before, JourneyMap after) {
    UUID touchpoint = card.touchpoint();
    if (!card.body().isBlank() || touchpoint == null) {
      return card.body();
    }
    return after
        .touchpoint(touchpoint)
        .or(() -> before.touchpoint(touchpoint))
        .map(Touchpoint::name)
        .orElse("");
  }

  private void itself(JourneyMap before, JourneyMap after) {
    Map<String, @Nullable Object> old = scalars(before);
    scalars(after)
        .forEach((field, value) -> {
          if (!Objects.equals(old.get(field), value)) {
            add(
                Change.Kind.CHANGED,
                after.id(),
                "Map: " + field + " was " + shown(old.get(field)) + ", is " + shown(value));
          }
        });
  }

  private static Map<String, @Nullable Object> scalars(JourneyMap map) {
    Map<String, @Nullable Object> scalars = new LinkedHashMap<>();
    scalars.put("id", map.id());
    scalars.put("key", map.key());
    scalars.put("title", map.title());
    scalars.put("mapType", map.mapType());
    scalars.put("state", map.state());
    scalars.put("status", map.status());
    scalars.put("scenario", map.scenario());
    scalars.put("synthetic", map.synthetic());
    scalars.put("reviewEveryMonths", map.reviewEveryMonths());
    return scalars;
  }

  private <T extends Record> void part(
      String word, List<T> before, List<T> after, Function<T, UUID> id, Function<T, String> label) {
    Map<UUID, T> old = new LinkedHashMap<>();
    before.forEach(t -> old.put(id.apply(t), t));
    Set<UUID> kept = new HashSet<>();
    after.forEach(t -> kept.add(id.apply(t)));
    for (T element : before) {
      if (!kept.contains(id.apply(element))) {
        add(
            Change.Kind.REMOVED,
            id.apply(element),
            word + " " + shown(label.apply(element)) + " was removed");
      }
    }
    Set<UUID> moved = moved(before.stream().map(id).toList(), after.stream().map(id).toList());
    for (T element : after) {
      UUID self = id.apply(element);
      String name = word + " " + shown(label.apply(element));
      T was = old.get(self);
      if (was == null) {
        add(Change.Kind.ADDED, self, name + " was added");
        continue;
      }
      if (!was.equals(element)) {
        add(Change.Kind.CHANGED, self, name + ": " + String.join("; ", fields(was, element)));
      }
      if (moved.contains(self)) {
        add(Change.Kind.MOVED, self, name + " moved to another place");
      }
    }
  }

  /// The fewest elements whose moving explains the new order: those outside of a longest increasing
  /// subsequence of old places.
  private static Set<UUID> moved(List<UUID> before, List<UUID> after) {
    Map<UUID, Integer> places = new HashMap<>();
    before.forEach(id -> places.put(id, places.size()));
    List<UUID> common = after.stream().filter(places::containsKey).toList();
    int[] tails = new int[common.size()];
    int[] previous = new int[common.size()];
    int length = 0;
    for (int i = 0; i < common.size(); i++) {
      int place = places.getOrDefault(common.get(i), 0);
      int low = 0;
      int high = length;
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (places.getOrDefault(common.get(tails[mid]), 0) < place) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    Set<UUID> moved = new HashSet<>(common);
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
      moved.remove(common.get(i));
    }
    return moved;
  }

  private static List<String> fields(Record before, Record after) {
    return Arrays.stream(before.getClass().getRecordComponents())
        .filter(c -> !Objects.equals(value(c, before), value(c, after)))
        .map(
            c -> c.getName() + " was " + shown(value(c, before)) + ", is " + shown(value(c, after)))
        .toList();
  }

  private static @Nullable Object value(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component + " cannot be read", e);
    }
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "not given";
    }
    String text = value.toString();
    String cut = text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    return value instanceof String ? "'" + cut + "'" : cut;
  }

  private void add(Change.Kind kind, UUID element, String sentence) {
    changes.add(new Change(kind, element, sentence));
  }
}
