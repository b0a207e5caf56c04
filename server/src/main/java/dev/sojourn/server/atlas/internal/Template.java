package dev.sojourn.server.atlas.internal;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.JourneyMap.MapType;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a new map begins with. Stages have the customer's goal in the customer's words; goals stand
/// in their headings and evidence in marks, so neither has a lane.
public enum Template {
  /// One stage with one step.
  BLANK(
      MapType.CURRENT_STATE,
      List.of(new Column("First stage", Stage.Kind.CUSTOM, null, "First step"))),

  /// From a need to coming back.
  PURCHASE(
      MapType.CURRENT_STATE,
      List.of(
          new Column(
              "Need", Stage.Kind.NEED_RECOGNITION, "I want this sorted out", "notices the need"),
          new Column(
              "Look around",
              Stage.Kind.AWARENESS,
              "I want to know what there is",
              "asks around",
              "searches"),
          new Column(
              "Compare",
              Stage.Kind.CONSIDERATION,
              "I want to be sure that it fits me",
              "compares a few",
              "reads what others say"),
          new Column(
              "Buy", Stage.Kind.PURCHASE, "I want to be done in a minute", "chooses", "pays"),
          new Column(
              "Receive and use",
              Stage.Kind.EXPERIENCE,
              "I want it to work at once",
              "gets it",
              "uses it for the first time"),
          new Column("Get help", Stage.Kind.SUPPORT, "I want one answer, once", "asks for help"),
          new Column(
              "Come back",
              Stage.Kind.LOYALTY,
              "I want it to be as easy next time",
              "buys again",
              "tells others"))),

  /// A service, with the people and systems behind it.
  SERVICE(
      MapType.SERVICE_BLUEPRINT,
      List.of(
          new Column("Book", Stage.Kind.PURCHASE, "I want a time that suits me", "asks for a time"),
          new Column("Arrive", Stage.Kind.ONBOARDING, "I want to be expected", "arrives", "waits"),
          new Column(
              "Be served",
              Stage.Kind.EXPERIENCE,
              "I want to be heard and helped",
              "explains what is needed",
              "is helped"),
          new Column("Leave", Stage.Kind.EXIT, "I want to know what comes next", "pays", "leaves"),
          new Column(
              "Afterwards",
              Stage.Kind.SUPPORT,
              "I want to be able to ask again",
              "asks a question"))),

  /// From trying to renewing or leaving.
  SUBSCRIPTION(
      MapType.CURRENT_STATE,
      List.of(
          new Column(
              "Find out", Stage.Kind.AWARENESS, "I want to know if it is for me", "hears of it"),
          new Column(
              "Try",
              Stage.Kind.TRIAL,
              "I want to see it work with my own things",
              "signs up",
              "tries it"),
          new Column(
              "Subscribe", Stage.Kind.PURCHASE, "I want to know what I pay for", "picks a plan"),
          new Column(
              "Get going",
              Stage.Kind.ONBOARDING,
              "I want my first success today",
              "sets it up",
              "gets the first result"),
          new Column(
              "Use it",
              Stage.Kind.EXPERIENCE,
              "I want it to be part of my week",
              "uses it every week"),
          new Column("Get help", Stage.Kind.SUPPORT, "I want one answer, once", "asks for help"),
          new Column(
              "Renew or leave",
              Stage.Kind.RETENTION_RENEWAL,
              "I want to stay because it is worth it",
              "gets the bill",
              "decides"))),

  /// A day of a person, with or without us in it.
  DAY(
      MapType.DAY_IN_THE_LIFE,
      List.of(
          new Column("Early morning", Stage.Kind.CUSTOM, "I want a calm start", "gets up"),
          new Column(
              "Morning", Stage.Kind.CUSTOM, "I want to get the hard part done", "starts work"),
          new Column("Midday", Stage.Kind.CUSTOM, "I want a break that is one", "eats"),
          new Column(
              "Afternoon", Stage.Kind.CUSTOM, "I want to be able to leave on time", "works on"),
          new Column("Evening", Stage.Kind.CUSTOM, "I want time for my own people", "comes home"),
          new Column("Night", Stage.Kind.CUSTOM, "I want to sleep", "goes to bed")));

  private final MapType usual;
  private final List<Column> columns;

  Template(MapType usual, List<Column> columns) {
    this.usual = usual;
    this.columns = columns;
  }

  private record Column(String name, Stage.Kind kind, @Nullable String goal, List<String> steps) {
    Column(String name, Stage.Kind kind, @Nullable String goal, String... steps) {
      this(name, kind, goal, List.of(steps));
    }
  }

  private record Row(Lane.Role role, String title) {}

  /// The type that a map of this template has unless another is asked for.
  MapType usual() {
    return usual;
  }

  /// A new map.
  ///
  /// @param ids fresh ones
  JourneyMap map(String title, MapType type, Supplier<String> ids) {
    List<Stage> stages = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (Column column : columns) {
      UUID stage = id(ids);
      stages.add(new Stage(stage, column.name(), column.kind(), column.goal()));
      for (String step : column.steps()) {
        steps.add(new Step(id(ids), stage, step, false, false, Step.OrderGroup.SEQUENCE));
      }
    }
    List<Lane> lanes =
        rows(type).stream().map(row -> new Lane(id(ids), row.role(), row.title())).toList();
    return new JourneyMap(
        JourneyMap.SCHEMA_VERSION,
        id(ids),
        Keys.of(title),
        title,
        type,
        type == MapType.FUTURE_STATE ? JourneyMap.State.TO_BE : JourneyMap.State.AS_IS,
        JourneyMap.Status.DRAFT,
        null,
        false,
        JourneyMap.DEFAULT_REVIEW_MONTHS,
        List.of(),
        stages,
        steps,
        List.of(),
        lanes,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  private static UUID id(Supplier<String> ids) {
    return UUID.fromString(ids.get());
  }

  private static List<Row> rows(MapType type) {
    return switch (type) {
      case CURRENT_STATE ->
          List.of(
              new Row(Lane.Role.ACTION, "Doing"),
              new Row(Lane.Role.TOUCHPOINT, "Touchpoints"),
              new Row(Lane.Role.THOUGHT, "Thinking"),
              new Row(Lane.Role.INTENTION, "Wanting"),
              new Row(Lane.Role.EMOTION_CURVE, "Feeling"),
              new Row(Lane.Role.PAIN, "Pain points"),
              new Row(Lane.Role.GAIN, "What works"),
              new Row(Lane.Role.METRIC, "Measures"),
              new Row(Lane.Role.OPPORTUNITY, "Ideas"));
      case FUTURE_STATE ->
          List.of(
              new Row(Lane.Role.ACTION, "Doing"),
              new Row(Lane.Role.TOUCHPOINT, "Touchpoints"),
              new Row(Lane.Role.THOUGHT, "Thinking"),
              new Row(Lane.Role.EMOTION_CURVE, "Feeling"),
              new Row(Lane.Role.IDEA, "Ideas"),
              new Row(Lane.Role.TEXT, "What changes"),
              new Row(Lane.Role.METRIC, "What we expect to measure"),
              new Row(Lane.Role.OWNER, "Who does it"));
      case DAY_IN_THE_LIFE ->
          List.of(
              new Row(Lane.Role.TIME, "Time of day"),
              new Row(Lane.Role.CONTEXT_PLACE, "Place"),
              new Row(Lane.Role.ACTION, "Doing"),
              new Row(Lane.Role.THOUGHT, "Thinking"),
              new Row(Lane.Role.EMOTION_CURVE, "Feeling"),
              new Row(Lane.Role.EXPECTATION, "Needs"),
              new Row(Lane.Role.TEXT, "Tools and people"),
              new Row(Lane.Role.OPPORTUNITY, "An opening for us"));
      case SERVICE_BLUEPRINT ->
          List.of(
              new Row(Lane.Role.PHYSICAL_EVIDENCE, "What customers see"),
              new Row(Lane.Role.ACTION, "Doing"),
              new Row(Lane.Role.TOUCHPOINT, "Touchpoints"),
              new Row(Lane.Role.FRONTSTAGE_PEOPLE, "Staff customers meet"),
              new Row(Lane.Role.FRONTSTAGE_TECH, "Systems customers use"),
              new Row(Lane.Role.BACKSTAGE_PEOPLE, "Staff behind the scenes"),
              new Row(Lane.Role.BACKSTAGE_TECH, "Systems behind the scenes"),
              new Row(Lane.Role.SUPPORT_PROCESS, "Support processes"),
              new Row(Lane.Role.TIME, "Time it takes"),
              new Row(Lane.Role.EMOTION_CURVE, "Feeling"),
              new Row(Lane.Role.FAIL_POINT, "Where it fails"),
              new Row(Lane.Role.OWNER, "Owner"),
              new Row(Lane.Role.POLICY_COMPLIANCE, "Rules to keep"),
              new Row(Lane.Role.METRIC, "Measures"));
    };
  }
}
