package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.map.model.Touchpoint.PropertyMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a map wants to know of the properties of events.
final class PropertyBindings {

  private final SortedMap<String, SortedMap<String, List<String>>> wanted = new TreeMap<>();

  private PropertyBindings() {}

  /// The properties by which events must be told apart: conditions of touchpoints, scores of
  /// answers and, in answers, what makes a persona.
  static ToldApart of(JourneyMap map) {
    PropertyBindings bindings = new PropertyBindings();
    for (Touchpoint touchpoint : map.touchpoints()) {
      Touchpoint.Binding binding = touchpoint.binding();
      if (binding != null && touchpoint.isMeasurable()) {
        bindings.conditions(binding.events(), binding.where());
      }
      Touchpoint.Feedback feedback = touchpoint.feedback();
      if (feedback != null) {
        bindings.conditions(feedback.events(), feedback.where());
        for (Persona persona : map.personas()) {
          if (persona.segment() != null) {
            bindings.conditions(feedback.events(), persona.segment().where());
          }
        }
      }
    }
    for (Touchpoint touchpoint : map.touchpoints()) {
      Touchpoint.Feedback feedback = touchpoint.feedback();
      if (feedback != null) {
        feedback.events().forEach(e -> bindings.properties(e).put(feedback.score(), List.of()));
      }
    }
    return new ToldApart(bindings.wanted);
  }

  private SortedMap<String, List<String>> properties(String event) {
    return wanted.computeIfAbsent(event, e -> new TreeMap<>());
  }

  private void conditions(List<String> events, List<PropertyMatch> where) {
    for (String event : events) {
      for (PropertyMatch match : where) {
        properties(event)
            .merge(
                match.property(),
                match.values(),
                (known, more) -> {
                  List<String> all = new ArrayList<>(known);
                  all.addAll(more);
                  return all;
                });
      }
    }
  }

  /// Whether some journeys can be asked for the conditions on all of the events.
  static boolean areTold(Vocabulary vocabulary, List<String> events, List<PropertyMatch> where) {
    return where.stream()
        .allMatch(match ->
            events.stream()
                .allMatch(e -> vocabulary.toldApart().tells(e, match.property(), match.values())));
  }

  /// Whether every condition holds.
  static boolean hold(List<PropertyMatch> where, Map<String, String> properties) {
    return where.stream()
        .allMatch(match -> {
          String value = properties.get(match.property());
          return value != null && match.values().contains(value);
        });
  }
}
