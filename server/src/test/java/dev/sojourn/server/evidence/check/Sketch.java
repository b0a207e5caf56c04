package dev.sojourn.server.evidence.check;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Draws small maps: each touchpoint is a step of its own and is bound to the event of its name.
final class Sketch {

  private final List<Stage> stages = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Card> cards = new ArrayList<>();
  private final List<Touchpoint> touchpoints = new ArrayList<>();
  private final List<Lane> lanes =
      new ArrayList<>(List.of(new Lane(id("lane"), Lane.Role.TOUCHPOINT, "Touchpoints")));
  private final List<Claim> claims = new ArrayList<>();
  private final List<StepLink> links = new ArrayList<>();
  private final List<Persona> personas = new ArrayList<>();
  private final List<EmotionPoint> emotions = new ArrayList<>();

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  Sketch stage(String name, String... events) {
    stages.add(new Stage(id("stage " + name), name, Stage.Kind.CUSTOM, null));
    for (String event : events) {
      touchpoint(name, event, new Touchpoint.Binding(List.of(event), List.of()), null);
    }
    return this;
  }

  Sketch touchpoint(
      String stage,
      String name,
      Touchpoint.@Nullable Binding binding,
      @Nullable ChannelKind channel) {
    Touchpoint.Observability seen =
        binding == null ? Touchpoint.Observability.NONE : Touchpoint.Observability.EVENTS;
    touchpoints.add(new Touchpoint(id(name), name, channel, seen, binding));
    UUID step = id("step " + name);
    steps.add(new Step(step, id("stage " + stage), name, false, false, Step.OrderGroup.SEQUENCE));
    cards.add(new Card(id("card " + name), id("lane"), step, step, "", id(name), null, null));
    return this;
  }

  /// Says that a step can also be done where nothing sees it.
  Sketch unseenToo(String step) {
    UUID unseen = id("unseen " + step);
    touchpoints.add(
        new Touchpoint(unseen, "unseen " + step, null, Touchpoint.Observability.NONE, null));
    UUID at = id("step " + step);
    cards.add(new Card(id("card unseen " + step), id("lane"), at, at, "", unseen, null, null));
    return this;
  }

  Sketch link(String from, String to, StepLink.Kind kind) {
    links.add(new StepLink(id(from + kind + to), id("step " + from), id("step " + to), kind, null));
    return this;
  }

  /// Says how answers about a touchpoint are scored.
  Sketch asked(String touchpoint, Touchpoint.Feedback feedback) {
    touchpoints.replaceAll(t ->
        t.name().equals(touchpoint)
            ? new Touchpoint(
                t.id(), t.name(), t.channel(), t.observability(), t.binding(), feedback)
            : t);
    return this;
  }

  Sketch persona(String name, Persona.@Nullable Segment segment) {
    personas.add(
        new Persona(
            id(name),
            name,
            null,
            null,
            null,
            Persona.Kind.CUSTOMER,
            Persona.Standing.PROTO,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            segment));
    return this;
  }

  Sketch feeling(String step, @Nullable String persona, double valence) {
    emotions.add(
        new EmotionPoint(
            id("feeling " + step + persona),
            id("step " + step),
            persona == null ? null : id(persona),
            valence,
            EmotionPoint.Source.ASSUMED,
            null));
    return this;
  }

  /// Draws a pain point at a step.
  Sketch pain(String step, String body) {
    if (lanes.size() == 1) {
      lanes.add(new Lane(id("pains"), Lane.Role.PAIN, "Pain points"));
    }
    UUID at = id("step " + step);
    cards.add(new Card(id(body), id("pains"), at, at, body, null, null, null));
    return this;
  }

  Sketch claim(
      Claim.Type type,
      String element,
      @Nullable String other,
      String statement,
      Claim.@Nullable Expectation expectation) {
    claims.add(
        new Claim(
            id(type + element + other + statement),
            id(element),
            other == null ? null : id(other),
            type,
            statement,
            expectation,
            0));
    return this;
  }

  static Claim.Expectation atLeast(double bound) {
    return new Claim.Expectation(bound, null);
  }

  static Claim.Expectation atMost(double bound) {
    return new Claim.Expectation(null, bound);
  }

  JourneyMap map() {
    return new JourneyMap(
        JourneyMap.SCHEMA_VERSION,
        id("map"),
        "sketch",
        "A sketch",
        JourneyMap.MapType.CURRENT_STATE,
        JourneyMap.State.AS_IS,
        JourneyMap.Status.DRAFT,
        null,
        false,
        JourneyMap.DEFAULT_REVIEW_MONTHS,
        personas,
        stages,
        steps,
        links,
        lanes,
        cards,
        touchpoints,
        emotions,
        claims,
        List.of(),
        List.of(),
        null,
        List.of());
  }
}
