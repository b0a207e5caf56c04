package dev.sojourn.map.sample;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.Evidence;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Draws a map in few words; ids are made of the words, so the same sketch is the same map.
public final class Sketch {

  /// When the data of a sketch ends.
  public static final Instant DATA_END = Instant.parse("2026-11-12T00:00:00Z");

  private static final Instant DATA_START = Instant.parse("2026-08-15T00:00:00Z");

  private final String title;
  private final List<Persona> personas = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<StepLink> links = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Card> cards = new ArrayList<>();
  private final List<Touchpoint> touchpoints = new ArrayList<>();
  private final List<EmotionPoint> emotions = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<CheckResult> checks = new ArrayList<>();
  private @Nullable Reality reality;

  public Sketch(String title) {
    this.title = title;
  }

  /// The id that belongs to a word.
  public static UUID id(String word) {
    return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8));
  }

  public Sketch persona(String name, String tagline) {
    personas.add(
        new Persona(
            id("persona " + name),
            name,
            tagline,
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
            null));
    return this;
  }

  public Sketch stage(String name, Stage.Kind kind) {
    stages.add(new Stage(id("stage " + name), name, kind, null));
    return this;
  }

  /// A step in the latest stage.
  public Sketch step(String title) {
    return step(title, false, false, Step.OrderGroup.SEQUENCE);
  }

  /// A step in the latest stage.
  public Sketch step(String title, boolean optional, boolean repeatable, Step.OrderGroup group) {
    steps.add(
        new Step(id("step " + title), stages.getLast().id(), title, optional, repeatable, group));
    return this;
  }

  public Sketch link(String from, @Nullable String to, StepLink.Kind kind) {
    links.add(
        new StepLink(
            id("link " + links.size()),
            id("step " + from),
            to == null ? null : id("step " + to),
            kind,
            null));
    return this;
  }

  public Sketch lane(Lane.Role role, String laneTitle) {
    lanes.add(new Lane(id("lane " + laneTitle), role, laneTitle));
    return this;
  }

  /// A card of the latest lane at one step.
  public Sketch card(String step, String body) {
    return card(step, step, body, null);
  }

  /// A card of the latest lane over steps.
  public Sketch card(String from, String to, String body, @Nullable String note) {
    cards.add(
        new Card(
            id("card " + body),
            lanes.getLast().id(),
            id("step " + from),
            id("step " + to),
            body,
            null,
            null,
            note));
    return this;
  }

  /// A touchpoint and its card in the latest lane.
  public Sketch touchpoint(
      String step, String name, @Nullable ChannelKind channel, Touchpoint.Observability seen) {
    boolean bound = seen == Touchpoint.Observability.EVENTS;
    touchpoints.add(
        new Touchpoint(
            id("touchpoint " + name),
            name,
            channel,
            seen,
            bound ? new Touchpoint.Binding(List.of(name), List.of()) : null));
    return place(step, name);
  }

  /// A card in the latest lane for a touchpoint that is there already.
  public Sketch place(String step, String name) {
    UUID at = id("step " + step);
    cards.add(
        new Card(
            id("card " + step + "/" + name),
            lanes.getLast().id(),
            at,
            at,
            "",
            id("touchpoint " + name),
            null,
            null));
    return this;
  }

  public Sketch emotion(String step, double valence) {
    emotions.add(
        new EmotionPoint(
            id("emotion " + step),
            id("step " + step),
            null,
            valence,
            EmotionPoint.Source.ASSUMED,
            null));
    return this;
  }

  /// What one persona feels at a step.
  public Sketch emotion(String step, double valence, String persona) {
    emotions.add(
        new EmotionPoint(
            id("emotion " + step + " " + persona),
            id("step " + step),
            id("persona " + persona),
            valence,
            EmotionPoint.Source.ASSUMED,
            null));
    return this;
  }

  /// A claim about an element and how its check came out, with an interval of two points.
  public Sketch checked(
      UUID element, Verdict verdict, long n, @Nullable Double observed, String sentence) {
    return checked(element, verdict, n, observed, sentence, DATA_END);
  }

  /// As above, with the end of the data.
  public Sketch checked(
      UUID element,
      Verdict verdict,
      long n,
      @Nullable Double observed,
      String sentence,
      Instant dataEnd) {
    Claim claim =
        new Claim(
            id("claim " + element),
            element,
            null,
            Claim.Type.OCCURS,
            "Most customers come to it.",
            new Claim.Expectation(0.5, null),
            0);
    claims.add(claim);
    checks.add(
        new CheckResult(
            claim.id(),
            verdict,
            n,
            verdict == Verdict.NOT_ENOUGH_DATA ? 96L : null,
            observed,
            observed == null ? null : Math.max(0, observed - 0.02),
            observed == null ? null : Math.min(1, observed + 0.02),
            dataEnd.isBefore(DATA_START) ? null : DATA_START,
            dataEnd,
            sentence,
            "sha256:0f"));
    return this;
  }

  /// A claim that nobody has checked.
  public Sketch claimed(UUID element, String statement) {
    claims.add(
        new Claim(id("claim " + element), element, null, Claim.Type.OCCURS, statement, null, 0));
    return this;
  }

  public Sketch said(UUID element, long said, long of) {
    evidence.add(
        new Evidence(
            id("evidence " + element),
            element,
            Evidence.Kind.SURVEY,
            Evidence.Stance.SUPPORTS,
            "Autumn survey",
            null,
            said,
            of,
            LocalDate.of(2026, 10, 1)));
    return this;
  }

  public Sketch reality(Reality other) {
    reality = other;
    return this;
  }

  public JourneyMap map() {
    return new JourneyMap(
        JourneyMap.SCHEMA_VERSION,
        id("map " + title),
        "sample",
        title,
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
        evidence,
        checks,
        reality,
        List.of());
  }
}
