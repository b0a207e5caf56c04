package dev.sojourn.map.plan;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Touchpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A map as the analyses understand it. What no event can show, or what is not bound to events, is
/// left out: it is an assumption, never something that customers did not do.
///
/// @param plan the expected journey in touchpoint names
/// @param eventPlan the same in event names, for questions without a lens; bindings with conditions
///   on properties count by their names alone
/// @param bindings event name to the names of its touchpoints, in the order of the map
/// @param stages stage name to its touchpoint names; a touchpoint is in the first stage that has it
/// @param eventStages the same in event names
/// @param leftOut names of touchpoints on the map that the plan does not have
/// @param conditional names of touchpoints whose binding also looks at properties
public record CompiledMap(
    PlanElement plan,
    PlanElement eventPlan,
    Map<String, List<String>> bindings,
    Map<String, List<String>> stages,
    Map<String, List<String>> eventStages,
    List<String> leftOut,
    List<String> conditional) {

  public CompiledMap {
    bindings = copy(bindings);
    stages = copy(stages);
    eventStages = copy(eventStages);
    leftOut = List.copyOf(leftOut);
    conditional = List.copyOf(conditional);
  }

  /// Compiles a map.
  ///
  /// @throws RefusedException when nothing on the map can be seen in events
  public static CompiledMap of(JourneyMap map) {
    Placements placements = Placements.of(map);
    PlanElement plan =
        new PlanBuilder(map, placements)
            .build()
            .orElseThrow(() ->
                new RefusedException(
                    "touchpoints",
                    "no touchpoint on the map is bound to events, so there is nothing to hold"
                        + " journeys against; bind at least one"));
    Map<String, List<String>> events = new LinkedHashMap<>();
    Map<String, Set<String>> bindings = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    List<String> conditional = new ArrayList<>();
    for (Touchpoint touchpoint : placements.all()) {
      Touchpoint.Binding binding = touchpoint.binding();
      if (binding == null || !touchpoint.isMeasurable()) {
        leftOut.add(touchpoint.name());
        continue;
      }
      events.merge(touchpoint.name(), binding.events(), CompiledMap::union);
      binding
          .events()
          .forEach(event ->
              bindings.computeIfAbsent(event, e -> new LinkedHashSet<>()).add(touchpoint.name()));
      if (!binding.where().isEmpty()) {
        conditional.add(touchpoint.name());
      }
    }
    Map<String, List<String>> stages = stages(map, placements);
    Map<String, List<String>> eventStages = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>();
    stages.forEach((stage, names) ->
        eventStages.put(
            stage,
            names.stream()
                .flatMap(name -> events.getOrDefault(name, List.of()).stream())
                .filter(taken::add)
                .toList()));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    bindings.forEach((event, names) -> lists.put(event, List.copyOf(names)));
    return new CompiledMap(
        plan, inEvents(plan, events), lists, stages, eventStages, leftOut, conditional);
  }

  private static Map<String, List<String>> stages(JourneyMap map, Placements placements) {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>();
    map.stages()
        .forEach(stage ->
            stages.merge(
                stage.name(),
                map.stepsOf(stage.id()).stream()
                    .flatMap(step -> placements.at(step.id()).stream())
                    .filter(Touchpoint::isMeasurable)
                    .map(Touchpoint::name)
                    .filter(taken::add)
                    .toList(),
                CompiledMap::union));
    stages.values().removeIf(List::isEmpty);
    return stages;
  }

  private static PlanElement inEvents(PlanElement element, Map<String, List<String>> events) {
    return switch (element) {
      case PlanElement.Touchpoint touchpoint ->
          PlanBuilder.oneOf(
              events.getOrDefault(touchpoint.name(), List.of(touchpoint.name())).stream()
                  .<PlanElement>map(PlanElement.Touchpoint::new)
                  .toList());
      case PlanElement.Sequence(List<PlanElement> inside) ->
          new PlanElement.Sequence(inside.stream().map(e -> inEvents(e, events)).toList());
      case PlanElement.Optional(PlanElement inside) ->
          new PlanElement.Optional(inEvents(inside, events));
      case PlanElement.Repeatable(PlanElement inside) ->
          new PlanElement.Repeatable(inEvents(inside, events));
      case PlanElement.AnyOrder(List<PlanElement> inside) ->
          new PlanElement.AnyOrder(inside.stream().map(e -> inEvents(e, events)).toList());
      case PlanElement.AnyOf(List<PlanElement> inside) ->
          new PlanElement.AnyOf(inside.stream().map(e -> inEvents(e, events)).toList());
    };
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> map) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(key, List.copyOf(value)));
    return Collections.unmodifiableMap(copy);
  }
}
