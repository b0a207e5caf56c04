package dev.sojourn.map.lint;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.map.lint.Finding.Rule;
import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.Evidence;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.Touchpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Looks a map over. For one thread, for one map.
public final class MapLint {

  private static final Set<Lane.Role> PAINS = EnumSet.of(Lane.Role.PAIN, Lane.Role.FAIL_POINT);
  private static final Set<Lane.Role> IDEAS = EnumSet.of(Lane.Role.IDEA, Lane.Role.OPPORTUNITY);

  private final JourneyMap map;
  private final Map<UUID, Lane> lanes = new HashMap<>();
  private final Map<UUID, Integer> stageOfStep = new HashMap<>();
  private final Map<UUID, Touchpoint> touchpoints = new HashMap<>();
  private final List<List<Touchpoint>> placed = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private MapLint(JourneyMap map) {
    this.map = map;
    map.lanes().forEach(l -> lanes.put(l.id(), l));
    map.touchpoints().forEach(t -> touchpoints.put(t.id(), t));
    for (int i = 0; i < map.stages().size(); i++) {
      placed.add(new ArrayList<>());
      for (Step step : map.stepsOf(map.stages().get(i).id())) {
        stageOfStep.put(step.id(), i);
      }
    }
    for (Card card : map.cards()) {
      Integer stage = stageOfStep.get(card.fromStep());
      if (card.touchpoint() != null && stage != null) {
        Optional.ofNullable(touchpoints.get(card.touchpoint())).ifPresent(placed.get(stage)::add);
      }
    }
  }

  /// What a map lacks, the gravest first, else in the order of the rules and the map.
  public static List<Finding> of(JourneyMap map) {
    MapLint lint = new MapLint(map);
    lint.whole();
    lint.stages();
    lint.touchpoints();
    lint.bindings();
    lint.cards();
    lint.claims();
    lint.findings.sort(
        Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::rule));
    return List.copyOf(lint.findings);
  }

  private void whole() {
    if (map.personas().isEmpty()) {
      find(Rule.NO_PERSONA, List.of(), "The map has no persona; say whose journey it is.");
    }
    if (map.scenario() == null) {
      find(
          Rule.NO_SCENARIO,
          List.of(),
          "The map has no scenario; say in a sentence which situation it shows.");
    }
  }

  private void stages() {
    for (int i = 0; i < map.stages().size(); i++) {
      Stage stage = map.stages().get(i);
      List<Step> steps = map.stepsOf(stage.id());
      if (steps.isEmpty()) {
        find(
            Rule.STAGE_WITHOUT_STEP,
            List.of(stage.id()),
            "Stage '" + stage.name() + "' has no step; say what customers do there.");
      } else if (placed.get(i).isEmpty()) {
        find(
            Rule.STAGE_WITHOUT_TOUCHPOINT,
            List.of(stage.id()),
            "Stage '" + stage.name() + "' has no touchpoint; place where customers meet you.");
      }
      tooLarge(stage, steps);
      if (i > 0) {
        channelSwitch(i);
      }
    }
  }

  private void tooLarge(Stage stage, List<Step> steps) {
    List<UUID> run = new ArrayList<>();
    for (Step step : steps) {
      if (step.orderGroup() != Step.OrderGroup.ANY_ORDER) {
        reportRun(stage, run);
        run = new ArrayList<>();
      } else {
        run.add(step.id());
      }
    }
    reportRun(stage, run);
  }

  private void reportRun(Stage stage, List<UUID> run) {
    if (run.size() > PlanElement.MAX_ANY_ORDER) {
      find(
          Rule.ANY_ORDER_TOO_LARGE,
          run,
          run.size()
              + " steps of stage '"
              + stage.name()
              + "' are in any order; at most "
              + PlanElement.MAX_ANY_ORDER
              + " can be checked, so give some of them an order.");
    }
  }

  private void channelSwitch(int stage) {
    Set<ChannelKind> before = channels(stage - 1);
    Set<ChannelKind> after = channels(stage);
    if (!before.isEmpty() && !after.isEmpty() && Collections.disjoint(before, after)) {
      Stage from = map.stages().get(stage - 1);
      Stage to = map.stages().get(stage);
      find(
          Rule.CHANNEL_SWITCH,
          List.of(from.id(), to.id()),
          "Between '"
              + from.name()
              + "' and '"
              + to.name()
              + "' customers change the channel; draw the touchpoint that hands them over.");
    }
  }

  private Set<ChannelKind> channels(int stage) {
    return placed.get(stage).stream()
        .map(Touchpoint::channel)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private void touchpoints() {
    Set<UUID> onMap =
        placed.stream().flatMap(List::stream).map(Touchpoint::id).collect(Collectors.toSet());
    Map<String, List<UUID>> byName = new LinkedHashMap<>();
    for (Touchpoint touchpoint : map.touchpoints()) {
      List<UUID> self = List.of(touchpoint.id());
      String name = "Touchpoint '" + touchpoint.name() + "' ";
      byName.computeIfAbsent(touchpoint.name(), n -> new ArrayList<>()).add(touchpoint.id());
      if (!onMap.contains(touchpoint.id())) {
        find(Rule.TOUCHPOINT_NOT_PLACED, self, name + "is at no step; place it or remove it.");
      }
      if (touchpoint.observability() == Touchpoint.Observability.EVENTS
          && touchpoint.binding() == null) {
        find(
            Rule.TOUCHPOINT_UNBOUND,
            self,
            name + "is seen in events but bound to none; name its events.");
      } else if (touchpoint.observability() == Touchpoint.Observability.UNKNOWN
          && touchpoint.binding() == null) {
        find(
            Rule.TOUCHPOINT_VISIBILITY_UNKNOWN,
            self,
            name + "does not say how it can be seen; bind it, or say that no event can show it.");
      }
    }
    byName.forEach((name, ids) -> {
      if (ids.size() > 1) {
        find(
            Rule.TOUCHPOINT_NAME_TWICE,
            ids,
            ids.size() + " touchpoints are called '" + name + "'; make one of them.");
      }
    });
  }

  private void bindings() {
    Map<String, List<Touchpoint>> bound = new LinkedHashMap<>();
    for (Touchpoint touchpoint : map.touchpoints()) {
      Touchpoint.Binding binding = touchpoint.binding();
      if (binding != null && binding.where().isEmpty()) {
        binding
            .events()
            .forEach(e -> bound.computeIfAbsent(e, n -> new ArrayList<>()).add(touchpoint));
      }
    }
    bound.forEach((event, owners) -> {
      if (owners.size() > 1) {
        find(
            Rule.EVENT_BOUND_TWICE,
            owners.stream().map(Touchpoint::id).toList(),
            "Event '"
                + event
                + "' is bound to "
                + owners.stream()
                    .map(t -> "'" + t.name() + "'")
                    .collect(Collectors.joining(" and "))
                + "; tell them apart by a property.");
      }
    });
  }

  private void cards() {
    Set<Integer> withIdea = new HashSet<>();
    for (Card card : map.cards()) {
      if (isIn(card, IDEAS)) {
        int from = stageOfStep.getOrDefault(card.fromStep(), 0);
        int to = stageOfStep.getOrDefault(card.toStep(), from);
        for (int k = from; k <= to; k++) {
          withIdea.add(k);
        }
      }
    }
    for (Card card : map.cards()) {
      Integer stage = stageOfStep.get(card.fromStep());
      if (isIn(card, PAINS) && stage != null && !withIdea.contains(stage)) {
        find(
            Rule.PAIN_WITHOUT_IDEA,
            List.of(card.id()),
            "Nobody has an idea against '" + card.body() + "'; add one in the same stage.");
      }
      if (isIn(card, IDEAS) && card.note() == null) {
        find(
            Rule.IDEA_WITHOUT_OWNER,
            List.of(card.id()),
            "Idea '" + card.body() + "' has no owner and no date; note who does it by when.");
      }
    }
  }

  private boolean isIn(Card card, Set<Lane.Role> roles) {
    Lane lane = lanes.get(card.lane());
    return lane != null && roles.contains(lane.role());
  }

  private void claims() {
    Set<UUID> checked =
        map.checks().stream()
            .filter(c -> c.verdict() != CheckResult.Verdict.NOT_RUN)
            .map(CheckResult::claim)
            .collect(Collectors.toSet());
    Set<UUID> evidenced =
        map.evidence().stream().map(Evidence::element).collect(Collectors.toSet());
    for (Claim claim : map.claims()) {
      if (!checked.contains(claim.id()) && !evidenced.contains(claim.element())) {
        find(
            Rule.CLAIM_WITHOUT_EVIDENCE,
            List.of(claim.element()),
            "Nothing speaks for “" + claim.statement() + "” yet; check it or attach evidence.");
      }
    }
  }

  private void find(Rule rule, List<UUID> elements, String sentence) {
    findings.add(new Finding(rule, elements, sentence));
  }
}
