package dev.sojourn.map.json;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What must hold between the parts of a map: ids are unique, references lead somewhere, counts
/// agree.
final class MapRules {

  private final JourneyMap map;
  private final Problems problems;
  private final Map<UUID, String> elements = new HashMap<>();
  private final Set<UUID> personas;
  private final Set<UUID> stages;
  private final Map<UUID, Integer> steps = new HashMap<>();
  private final Set<UUID> lanes;
  private final Set<UUID> touchpoints;
  private final Set<UUID> claims;

  MapRules(JourneyMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
    personas = ids("personas", map.personas(), p -> p.id());
    stages = ids("stages", map.stages(), s -> s.id());
    map.steps().forEach(s -> steps.putIfAbsent(s.id(), steps.size()));
    ids("steps", map.steps(), s -> s.id());
    ids("links", map.links(), l -> l.id());
    lanes = ids("lanes", map.lanes(), l -> l.id());
    ids("cards", map.cards(), c -> c.id());
    touchpoints = ids("touchpoints", map.touchpoints(), t -> t.id());
    ids("emotions", map.emotions(), e -> e.id());
    claims = ids("claims", map.claims(), c -> c.id());
    ids("evidence", map.evidence(), e -> e.id());
  }

  void judge() {
    if (!map.key().isEmpty() && !map.key().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      problems.add(
          "key", "'" + map.key() + "' is not a key; use lower-case letters, digits and hyphens");
    }
    if (map.stages().isEmpty()) {
      problems.add("stages", "a map needs at least one stage");
    }
    Set<UUID> stepIds = steps.keySet();
    each("personas", map.personas(), this::segment);
    each("steps", map.steps(), (at, s) -> refer(at + ".stage", s.stage(), stages, "stage"));
    stepsFollowStages();
    each("links", map.links(), (at, l) -> link(at, l, stepIds));
    each("cards", map.cards(), (at, c) -> card(at, c, stepIds));
    each(
        "touchpoints",
        map.touchpoints(),
        (at, t) -> {
          binding(at, t);
          feedback(at, t);
        });
    each(
        "emotions",
        map.emotions(),
        (at, e) -> {
          refer(at + ".step", e.step(), stepIds, "step");
          refer(at + ".persona", e.persona(), personas, "persona");
        });
    each("claims", map.claims(), this::claim);
    each(
        "evidence",
        map.evidence(),
        (at, e) -> refer(at + ".element", e.element(), elements.keySet(), "element"));
    once("checks", map.checks(), CheckResult::claim, "claim");
    each(
        "checks",
        map.checks(),
        (at, c) -> {
          refer(at + ".claim", c.claim(), claims, "claim");
          span(at, c.from(), c.to());
        });
    if (map.reality() != null) {
      reality(map.reality(), stepIds);
    }
  }

  private void stepsFollowStages() {
    List<UUID> order = map.stages().stream().map(Stage::id).toList();
    int furthest = 0;
    for (int i = 0; i < map.steps().size(); i++) {
      int place = order.indexOf(map.steps().get(i).stage());
      if (place >= 0 && place < furthest) {
        problems.add(
            "steps[" + i + "].stage",
            "lies before the stage of an earlier step; list the steps in the order of the stages");
      }
      furthest = Math.max(furthest, place);
    }
  }

  private void link(String at, StepLink link, Set<UUID> stepIds) {
    refer(at + ".from", link.from(), stepIds, "step");
    refer(at + ".to", link.to(), stepIds, "step");
    if (link.to() == null && link.kind() != StepLink.Kind.EXIT) {
      problems.add(at + ".to", "is missing; only an EXIT leads nowhere");
    }
  }

  private void card(String at, Card card, Set<UUID> stepIds) {
    refer(at + ".lane", card.lane(), lanes, "lane");
    refer(at + ".fromStep", card.fromStep(), stepIds, "step");
    refer(at + ".toStep", card.toStep(), stepIds, "step");
    refer(at + ".touchpoint", card.touchpoint(), touchpoints, "touchpoint");
    refer(at + ".persona", card.persona(), personas, "persona");
    Integer from = steps.get(card.fromStep());
    Integer to = steps.get(card.toStep());
    if (from != null && to != null && from > to) {
      problems.add(at + ".toStep", "lies before fromStep; a card spans steps from left to right");
    }
    if (card.body().isBlank() && card.touchpoint() == null) {
      problems.add(at + ".body", "is empty; a card says something or places a touchpoint");
    }
  }

  private void binding(String at, Touchpoint touchpoint) {
    if (touchpoint.binding() == null) {
      return;
    }
    eventsWhere(at + ".binding", touchpoint.binding().events(), touchpoint.binding().where());
  }

  private void feedback(String at, Touchpoint touchpoint) {
    Touchpoint.Feedback feedback = touchpoint.feedback();
    if (feedback == null) {
      return;
    }
    eventsWhere(at + ".feedback", feedback.events(), feedback.where());
    if (feedback.worst() == feedback.best()) {
      problems.add(at + ".feedback.best", "is the same as worst; give two different scores");
    }
  }

  private void eventsWhere(
      String at, List<String> events, List<Touchpoint.PropertyMatch> conditions) {
    if (events.isEmpty()) {
      problems.add(at + ".events", "is empty; name at least one event");
    }
    where(at + ".where", conditions);
  }

  private void segment(String at, Persona persona) {
    if (persona.segment() == null) {
      return;
    }
    if (persona.segment().where().isEmpty()) {
      problems.add(at + ".segment.where", "is empty; name at least one property and its values");
    }
    where(at + ".segment.where", persona.segment().where());
  }

  private void where(String at, List<Touchpoint.PropertyMatch> conditions) {
    each(
        at,
        conditions,
        (here, match) -> {
          if (match.values().isEmpty()) {
            problems.add(here + ".values", "is empty; name at least one value");
          }
        });
  }

  private void claim(String at, Claim claim) {
    refer(at + ".element", claim.element(), elements.keySet(), "element");
    refer(at + ".other", claim.other(), elements.keySet(), "element");
    if (claim.claimType() == Claim.Type.ORDER && claim.other() == null) {
      problems.add(at + ".other", "is missing; an ORDER is a claim about two elements");
    }
    Claim.Expectation expected = claim.expectation();
    if (expected != null) {
      if (expected.atLeast() == null && expected.atMost() == null) {
        problems.add(at + ".expectation", "has no bound; give atLeast, atMost or both");
      } else if (expected.atLeast() != null
          && expected.atMost() != null
          && expected.atLeast() > expected.atMost()) {
        problems.add(at + ".expectation", "atLeast is above atMost; exchange them");
      }
    }
  }

  private void reality(Reality reality, Set<UUID> stepIds) {
    span("reality", reality.from(), reality.to());
    once("reality.stages", reality.stages(), s -> s.stage(), "stage");
    each(
        "reality.stages",
        reality.stages(),
        (at, s) -> refer(at + ".stage", s.stage(), stages, "stage"));
    once("reality.touchpoints", reality.touchpoints(), t -> t.touchpoint(), "touchpoint");
    each(
        "reality.touchpoints",
        reality.touchpoints(),
        (at, t) -> {
          refer(at + ".touchpoint", t.touchpoint(), touchpoints, "touchpoint");
          if (t.customers() > t.of()) {
            problems.add(at + ".customers", t.customers() + " is more than all " + t.of());
          }
        });
    each(
        "reality.flows",
        reality.flows(),
        (at, f) -> {
          refer(at + ".from", f.from(), stages, "stage");
          refer(at + ".to", f.to(), stages, "stage");
        });
    each(
        "reality.returns",
        reality.returns(),
        (at, r) -> {
          refer(at + ".from", r.from(), stages, "stage");
          refer(at + ".to", r.to(), stages, "stage");
        });
    each(
        "reality.undrawn",
        reality.undrawn(),
        (at, u) -> {
          refer(at + ".fromStage", u.fromStage(), stages, "stage");
          refer(at + ".toStage", u.toStage(), stages, "stage");
        });
    each(
        "reality.feelings",
        reality.feelings(),
        (at, f) -> refer(at + ".step", f.step(), stepIds, "step"));
    if (reality.fits() != null && reality.fits() > reality.customers()) {
      problems.add(
          "reality.fits",
          reality.fits() + " is more than all " + reality.customers() + " customers");
    }
    conserved(reality);
  }

  private void conserved(Reality reality) {
    each(
        "stages",
        map.stages(),
        (at, stage) -> {
          long in = sum(reality, f -> stage.id().equals(f.to()));
          long out = sum(reality, f -> stage.id().equals(f.from()));
          if (in != out) {
            problems.add(
                "reality.flows",
                in
                    + " customers come to '"
                    + stage.name()
                    + "' and "
                    + out
                    + " go on or leave; the two must be equal, those who leave have no 'to'");
          }
        });
  }

  private static long sum(Reality reality, java.util.function.Predicate<Reality.Flow> which) {
    return reality.flows().stream().filter(which).mapToLong(Reality.Flow::customers).sum();
  }

  private void span(String at, @Nullable Instant from, @Nullable Instant to) {
    if (from != null && to != null && !from.isBefore(to)) {
      problems.add(at + ".to", to + " is not after " + from);
    }
  }

  private <T> Set<UUID> ids(String list, List<T> entries, Function<T, UUID> id) {
    Set<UUID> found = new HashSet<>();
    each(
        list,
        entries,
        (at, entry) -> {
          UUID value = id.apply(entry);
          String other = value.equals(TreeReader.STAND_IN) ? null : elements.putIfAbsent(value, at);
          if (other != null) {
            problems.add(at + ".id", value + " is already the id of " + other + "; ids are unique");
          }
          found.add(value);
        });
    return found;
  }

  private <T> void once(String list, List<T> entries, Function<T, UUID> key, String word) {
    Set<UUID> seen = new HashSet<>();
    each(
        list,
        entries,
        (at, entry) -> {
          if (!seen.add(key.apply(entry))) {
            problems.add(at, "is the second entry for the " + word + " " + key.apply(entry));
          }
        });
  }

  private void refer(String at, @Nullable UUID id, Set<UUID> known, String word) {
    if (id != null && !id.equals(TreeReader.STAND_IN) && !known.contains(id)) {
      String actual = elements.get(id);
      problems.add(
          at,
          actual == null
              ? "no " + word + " of the map has the id " + id
              : id + " is " + actual + ", which is not a " + word);
    }
  }

  private interface Judge<T> {
    void judge(String at, T entry);
  }

  private static <T> void each(String list, List<T> entries, Judge<T> judge) {
    for (int i = 0; i < entries.size(); i++) {
      judge.judge(list + "[" + i + "]", entries.get(i));
    }
  }
}
