package dev.sojourn.server.evidence.draft;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.server.evidence.check.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes what was found as a journey map. Ids follow from the names, so that the same data gives
/// the same map. For one thread.
final class DraftWriter {

  private final Structure structure;
  private final List<String> events;
  private final long[] customers;
  private final Function<String, @Nullable String> channelOf;
  private final List<String> names = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Touchpoint> touchpoints = new ArrayList<>();

  /// @param events the event name of each place of the order
  /// @param customers customers of all who come to each place
  /// @param channelOf the one channel of an event; null when it has none or several
  DraftWriter(
      Structure structure,
      List<String> events,
      long[] customers,
      Function<String, @Nullable String> channelOf) {
    this.structure = structure;
    this.events = events;
    this.customers = customers;
    this.channelOf = channelOf;
    name();
    build();
  }

  static UUID id(String kind, String name) {
    return UUID.nameUUIDFromBytes(("draft/" + kind + "/" + name).getBytes(StandardCharsets.UTF_8));
  }

  /// What people call the touchpoint at a place: the event name in their words, or as it is where
  /// two would be called the same.
  String name(int place) {
    return names.get(place);
  }

  /// The touchpoint at a place.
  Touchpoint touchpoint(int place) {
    return touchpoints.get(place);
  }

  /// The stages, in order.
  List<Stage> stages() {
    return stages;
  }

  private void name() {
    Map<String, Integer> uses = new HashMap<>();
    events.forEach(e -> uses.merge(StageWords.said(e), 1, Integer::sum));
    for (String event : events) {
      String said = shortened(StageWords.said(event), 400);
      names.add(uses.getOrDefault(said, 1) > 1 ? shortened(event, 400) : said);
    }
  }

  private static String shortened(String text, int most) {
    String some = text.isBlank() ? "(no name)" : text;
    return some.length() <= most ? some : some.substring(0, most - 1) + "…";
  }

  private void build() {
    Set<String> taken = new HashSet<>();
    for (int s = 0; s < structure.stageStarts().size(); s++) {
      int from = structure.stageStarts().get(s);
      int to =
          s + 1 < structure.stageStarts().size()
              ? structure.stageStarts().get(s + 1)
              : events.size();
      List<Long> voters = new ArrayList<>();
      int main = from;
      for (int i = from; i < to; i++) {
        voters.add(customers[i]);
        main = customers[i] > customers[main] ? i : main;
      }
      Optional<Stage.Kind> kind = StageWords.kind(events.subList(from, to), voters);
      String name = kind.map(StageWords::called).orElse(names.get(main));
      if (!taken.add(name)) {
        name = name + ": " + names.get(main);
        taken.add(name);
      }
      stages.add(
          new Stage(
              id("stage", events.get(from)),
              shortened(name, 200),
              kind.orElse(Stage.Kind.CUSTOM),
              null));
    }
    for (int i = 0; i < events.size(); i++) {
      steps.add(
          new Step(
              id("step", events.get(i)),
              stages.get(structure.stageOf(i)).id(),
              names.get(i),
              structure.isOptional(i),
              structure.isRepeatable(i),
              structure.groups().get(i)));
      String channel = channelOf.apply(events.get(i));
      touchpoints.add(
          new Touchpoint(
              id("touchpoint", events.get(i)),
              names.get(i),
              channel == null ? null : ChannelKind.named(channel).orElse(ChannelKind.OTHER),
              Touchpoint.Observability.EVENTS,
              new Touchpoint.Binding(List.of(events.get(i)), List.of())));
    }
  }

  private List<StepLink> links() {
    List<StepLink> links = new ArrayList<>();
    for (Structure.Way way : structure.ways()) {
      if (way.direction() == Structure.Direction.OUT) {
        // An exit says that leaving is meant; that customers leave is for the ribbon to show.
        continue;
      }
      StepLink.Kind kind =
          way.direction() == Structure.Direction.BACK
              ? StepLink.Kind.LOOP_BACK
              : StepLink.Kind.BRANCH;
      links.add(
          new StepLink(
              id("link", kind + "/" + events.get(way.from()) + "/" + events.get(way.to())),
              steps.get(way.from()).id(),
              steps.get(way.to()).id(),
              kind,
              Words.percent(way.taken().value().orElse(0))));
    }
    return links;
  }

  private List<Card> cards(UUID touchpointLane) {
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      UUID step = steps.get(i).id();
      cards.add(
          new Card(
              id("card", events.get(i)),
              touchpointLane,
              step,
              step,
              "",
              touchpoints.get(i).id(),
              null,
              null));
    }
    return cards;
  }

  JourneyMap map(List<Claim> claims, List<JourneyMap.TypicalJourney> journeys, String scenario) {
    Lane touchpointLane = new Lane(id("lane", "touchpoints"), Lane.Role.TOUCHPOINT, "Touchpoints");
    return new JourneyMap(
        JourneyMap.SCHEMA_VERSION,
        id("map", String.join("/", events)),
        "draft",
        title(),
        JourneyMap.MapType.CURRENT_STATE,
        JourneyMap.State.AS_IS,
        JourneyMap.Status.DRAFT,
        shortened(scenario, 4_000),
        false,
        JourneyMap.DEFAULT_REVIEW_MONTHS,
        List.of(),
        stages,
        steps,
        links(),
        List.of(touchpointLane),
        cards(touchpointLane.id()),
        touchpoints,
        List.of(),
        claims,
        List.of(),
        List.of(),
        null,
        journeys);
  }

  private String title() {
    String from = names.getFirst();
    String to = names.getLast();
    return shortened(
        names.size() == 1 ? "Draft: " + from : "Draft: from " + from + " to " + to, 400);
  }
}
