package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.Touchpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A map bound to the vocabulary of some journeys: which event is which touchpoint, and where on
/// the map that is. Touchpoints, steps and stages are numbered by their place on the map.
/// Immutable.
final class MapGround {

  private final JourneyMap map;
  private final int[] byCode;
  private final int[] alignedByCode;
  private final int[] stepOf;
  private final int[] stageOf;
  private final boolean[] measurable;
  private final Map<UUID, Integer> steps;
  private final Map<UUID, Card> cards = new HashMap<>();

  MapGround(JourneyMap map, Vocabulary vocabulary) {
    this.map = map;
    int count = map.touchpoints().size();
    stepOf = new int[count];
    stageOf = new int[count];
    measurable = new boolean[count];
    Arrays.fill(stepOf, -1);
    Arrays.fill(stageOf, -1);
    Map<UUID, Integer> stages = places(map.stages().stream().map(Stage::id).toList());
    steps = places(map.steps().stream().map(Step::id).toList());
    map.cards().forEach(card -> cards.put(card.id(), card));
    Map<UUID, Integer> touchpoints =
        places(map.touchpoints().stream().map(Touchpoint::id).toList());
    for (Card card : map.cards()) {
      Integer step = steps.get(card.fromStep());
      Integer touchpoint = card.touchpoint() == null ? null : touchpoints.get(card.touchpoint());
      if (step != null && touchpoint != null && stepOf[touchpoint] < 0) {
        stepOf[touchpoint] = step;
        stageOf[touchpoint] = stages.getOrDefault(map.steps().get(step).stage(), -1);
      }
    }
    Map<String, List<Integer>> bound = new HashMap<>();
    for (int t = 0; t < count; t++) {
      Touchpoint touchpoint = map.touchpoints().get(t);
      Touchpoint.Binding binding = touchpoint.binding();
      if (binding != null && touchpoint.isMeasurable()) {
        measurable[t] = PropertyBindings.areTold(vocabulary, binding.events(), binding.where());
        for (String event : binding.events()) {
          bound.computeIfAbsent(event, e -> new ArrayList<>()).add(t);
        }
      }
    }
    // The one with the most conditions has an event that several bind.
    bound.values().forEach(all -> all.sort(Comparator.comparingInt(t -> -conditions(t))));
    byCode = new int[vocabulary.size()];
    alignedByCode = new int[vocabulary.size()];
    for (int code = 0; code < byCode.length; code++) {
      byCode[code] = -1;
      int byNameAlone = -1;
      for (int t : bound.getOrDefault(vocabulary.name(code), List.of())) {
        if (byCode[code] < 0 && measurable[t] && holds(t, vocabulary.properties(code))) {
          byCode[code] = t;
        } else if (byNameAlone < 0 && !measurable[t]) {
          byNameAlone = t;
        }
      }
      alignedByCode[code] = byCode[code] >= 0 ? byCode[code] : byNameAlone;
    }
  }

  private int conditions(int t) {
    Touchpoint.Binding binding = map.touchpoints().get(t).binding();
    return binding == null ? 0 : binding.where().size();
  }

  private boolean holds(int t, Map<String, String> properties) {
    Touchpoint.Binding binding = map.touchpoints().get(t).binding();
    return binding != null && PropertyBindings.hold(binding.where(), properties);
  }

  private static Map<UUID, Integer> places(List<UUID> ids) {
    Map<UUID, Integer> places = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      places.put(ids.get(i), i);
    }
    return places;
  }

  /// Whether no step of a map has a touchpoint that events can show.
  static boolean nothingIsSeen(JourneyMap map) {
    return map.cards().stream()
        .noneMatch(card ->
            card.touchpoint() != null
                && map.touchpoint(card.touchpoint()).filter(Touchpoint::isMeasurable).isPresent()
                && map.steps().stream().anyMatch(s -> s.id().equals(card.fromStep())));
  }

  JourneyMap map() {
    return map;
  }

  /// The touchpoint of each code; -1 for events that the map does not bind.
  int[] byCode() {
    return byCode;
  }

  /// The same where bindings that look at properties which the journeys do not tell apart count by
  /// their event names alone, as the plan of a map has them.
  int[] alignedByCode() {
    return alignedByCode;
  }

  /// The stage of a touchpoint; -1 when no card places it.
  int stageOf(int touchpoint) {
    return stageOf[touchpoint];
  }

  /// The step of a touchpoint; -1 when no card places it.
  int stepOf(int touchpoint) {
    return stepOf[touchpoint];
  }

  /// Touchpoints on the map.
  int touchpoints() {
    return stageOf.length;
  }

  /// The measurable touchpoints that an element stands for: itself, those of its step or stage, or
  /// those that a card places. Empty when nothing about the element can be seen in events.
  int[] touchpointsOf(UUID element) {
    List<Integer> found = new ArrayList<>();
    for (int t = 0; t < stageOf.length; t++) {
      if (measurable[t] && stands(element, t)) {
        found.add(t);
      }
    }
    return found.stream().mapToInt(t -> t).toArray();
  }

  /// The touchpoints of an element about which somebody is asked, in the order of the map.
  List<Touchpoint> scoredAt(UUID element) {
    List<Touchpoint> found = new ArrayList<>();
    for (int t = 0; t < stageOf.length; t++) {
      if (map.touchpoints().get(t).feedback() != null && stands(element, t)) {
        found.add(map.touchpoints().get(t));
      }
    }
    return found;
  }

  private boolean stands(UUID element, int t) {
    Touchpoint touchpoint = map.touchpoints().get(t);
    if (touchpoint.id().equals(element)) {
      return true;
    }
    if (stageOf[t] >= 0 && map.stages().get(stageOf[t]).id().equals(element)) {
      return true;
    }
    if (stepOf[t] >= 0 && map.steps().get(stepOf[t]).id().equals(element)) {
      return true;
    }
    Card card = cards.get(element);
    return card != null
        && (touchpoint.id().equals(card.touchpoint())
            || (card.touchpoint() == null && spans(card, stepOf[t])));
  }

  private boolean spans(Card card, int step) {
    return step >= 0
        && steps.getOrDefault(card.fromStep(), -1) <= step
        && step <= steps.getOrDefault(card.toStep(), -1);
  }

  /// The stage in which an element lies, when it is not a stage itself and can be seen in events.
  Optional<UUID> stageWith(UUID element) {
    if (map.stage(element).isPresent()) {
      return Optional.empty();
    }
    for (int t : touchpointsOf(element)) {
      if (stageOf[t] >= 0) {
        return Optional.of(map.stages().get(stageOf[t]).id());
      }
    }
    return Optional.empty();
  }

  /// What a person calls an element.
  String name(UUID element) {
    for (Touchpoint t : map.touchpoints()) {
      if (t.id().equals(element)) {
        return t.name();
      }
    }
    for (Stage s : map.stages()) {
      if (s.id().equals(element)) {
        return s.name();
      }
    }
    for (Step s : map.steps()) {
      if (s.id().equals(element)) {
        return s.title();
      }
    }
    for (EmotionPoint e : map.emotions()) {
      if (e.id().equals(element)) {
        return name(e.step());
      }
    }
    for (Card c : map.cards()) {
      if (c.id().equals(element)) {
        return c.touchpoint() == null ? c.body() : name(c.touchpoint());
      }
    }
    return "This element";
  }
}
