package dev.sojourn.map.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An authored picture of a customer journey with its claims, their checks and, where data was laid
/// over it, a snapshot of reality. The order of a list is the order on the map.
///
/// @param schemaVersion the form of the document, [#SCHEMA_VERSION]
/// @param id stable over all versions of the map
/// @param key short name in addresses, lower case
/// @param title in serif at the head of the map
/// @param state as it is, or as it is meant to be
/// @param scenario the situation that the map is about
/// @param synthetic whether its customers and numbers are invented; every picture says so
/// @param reviewEveryMonths evidence older than this is stale
/// @param stages at least one
/// @param steps in the order of their stages; each belongs to one stage
/// @param links what the order of the steps alone does not say
/// @param touchpoints the library entries that cards place on the map
/// @param checks at most one a claim, the latest
/// @param reality what customers did in a period; null when no data was laid over the map
/// @param typicalJourneys whole paths that stand for many, most customers first
public record JourneyMap(
    @Bounds(min = 1, max = 1) int schemaVersion,
    UUID id,
    @Bounds(min = 1, max = 120) String key,
    @Bounds(min = 1, max = 400) String title,
    MapType mapType,
    State state,
    Status status,
    @Bounds(min = 1, max = 4000) @Nullable String scenario,
    boolean synthetic,
    @Bounds(min = 1, max = 120) int reviewEveryMonths,
    List<Persona> personas,
    List<Stage> stages,
    List<Step> steps,
    List<StepLink> links,
    List<Lane> lanes,
    List<Card> cards,
    List<Touchpoint> touchpoints,
    List<EmotionPoint> emotions,
    List<Claim> claims,
    List<Evidence> evidence,
    List<CheckResult> checks,
    @Nullable Reality reality,
    List<TypicalJourney> typicalJourneys) {

  /// The form of document that this version reads and writes.
  public static final int SCHEMA_VERSION = 1;

  /// How long evidence counts when nothing is said.
  public static final int DEFAULT_REVIEW_MONTHS = 12;

  public JourneyMap {
    personas = List.copyOf(personas);
    stages = List.copyOf(stages);
    steps = List.copyOf(steps);
    links = List.copyOf(links);
    lanes = List.copyOf(lanes);
    cards = List.copyOf(cards);
    touchpoints = List.copyOf(touchpoints);
    emotions = List.copyOf(emotions);
    claims = List.copyOf(claims);
    evidence = List.copyOf(evidence);
    checks = List.copyOf(checks);
    typicalJourneys = List.copyOf(typicalJourneys);
  }

  /// What kind of picture it is.
  public enum MapType {
    CURRENT_STATE,
    FUTURE_STATE,
    DAY_IN_THE_LIFE,
    SERVICE_BLUEPRINT
  }

  /// Whether it shows what is or what is meant to be.
  public enum State {
    AS_IS,
    TO_BE
  }

  /// How far the work on it is.
  public enum Status {
    DRAFT,
    IN_RESEARCH,
    IN_REVIEW,
    PUBLISHED,
    NEEDS_REVIEW,
    RETIRED
  }

  /// One path through the map and the customers on it.
  ///
  /// @param path touchpoint names in order
  /// @param customers whose journeys it stands for
  public record TypicalJourney(List<String> path, @Bounds(min = 0, max = 1e15) long customers) {
    public TypicalJourney {
      path = List.copyOf(path);
    }
  }

  /// Whether anything that it shows is invented, by itself or by the data laid over it.
  public boolean showsInventedData() {
    return synthetic || (reality != null && reality.synthetic());
  }

  /// The stage with an id.
  public Optional<Stage> stage(UUID stage) {
    return stages.stream().filter(s -> s.id().equals(stage)).findFirst();
  }

  /// The steps of a stage, in order.
  public List<Step> stepsOf(UUID stage) {
    return steps.stream().filter(s -> s.stage().equals(stage)).toList();
  }

  /// The touchpoint with an id.
  public Optional<Touchpoint> touchpoint(UUID touchpoint) {
    return touchpoints.stream().filter(t -> t.id().equals(touchpoint)).findFirst();
  }

  /// The same map with other library entries, for instance with new bindings.
  public JourneyMap withTouchpoints(List<Touchpoint> other) {
    return with(other, claims, checks, reality);
  }

  /// The same map with other claims.
  public JourneyMap withClaims(List<Claim> other) {
    return with(touchpoints, other, checks, reality);
  }

  /// The same map with other check results.
  public JourneyMap withChecks(List<CheckResult> other) {
    return with(touchpoints, claims, other, reality);
  }

  /// The same map with another snapshot of reality, or none.
  public JourneyMap withReality(@Nullable Reality other) {
    return with(touchpoints, claims, checks, other);
  }

  /// The same drawing without what was measured: the part that has a version and a content hash.
  public JourneyMap authored() {
    return with(touchpoints, claims, List.of(), null);
  }

  private JourneyMap with(
      List<Touchpoint> newTouchpoints,
      List<Claim> newClaims,
      List<CheckResult> newChecks,
      @Nullable Reality newReality) {
    return new JourneyMap(
        schemaVersion,
        id,
        key,
        title,
        mapType,
        state,
        status,
        scenario,
        synthetic,
        reviewEveryMonths,
        personas,
        stages,
        steps,
        links,
        lanes,
        cards,
        newTouchpoints,
        emotions,
        newClaims,
        evidence,
        newChecks,
        newReality,
        typicalJourneys);
  }
}
