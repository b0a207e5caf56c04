package dev.sojourn.server.atlas;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Maps as large as people make them.
public final class LargeMap {

  private LargeMap() {}

  /// Ten lanes over thirty steps.
  ///
  /// @param touchpoints placed in the first lane, each bound to the event of its name
  public static JourneyMap of(int cards, int touchpoints) {
    List<Stage> stages = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (int s = 0; s < 10; s++) {
      UUID stage = UUID.randomUUID();
      stages.add(new Stage(stage, "Stage " + s, Stage.Kind.CUSTOM, null));
      for (int i = 0; i < 3; i++) {
        steps.add(
            new Step(
                UUID.randomUUID(), stage, "step " + s + i, false, false, Step.OrderGroup.SEQUENCE));
      }
    }
    List<Lane> lanes = new ArrayList<>();
    for (int l = 0; l < 10; l++) {
      Lane.Role role = l == 0 ? Lane.Role.TOUCHPOINT : Lane.Role.ACTION;
      lanes.add(new Lane(UUID.randomUUID(), role, "Lane " + l));
    }
    List<Card> all = new ArrayList<>();
    for (int c = 0; c < cards; c++) {
      UUID step = steps.get(c % steps.size()).id();
      all.add(
          new Card(
              UUID.randomUUID(),
              lanes.get(1 + c % 9).id(),
              step,
              step,
              "Card " + c + " says a sentence or two about what customers do here.",
              null,
              null,
              null));
    }
    List<Touchpoint> library = new ArrayList<>();
    for (int t = 0; t < touchpoints; t++) {
      UUID id = UUID.randomUUID();
      UUID step = steps.get(t % steps.size()).id();
      library.add(
          new Touchpoint(
              id,
              "touchpoint " + t,
              null,
              Touchpoint.Observability.EVENTS,
              new Touchpoint.Binding(List.of("event " + t), List.of())));
      all.add(new Card(UUID.randomUUID(), lanes.getFirst().id(), step, step, "", id, null, null));
    }
    return new JourneyMap(
        JourneyMap.SCHEMA_VERSION,
        UUID.randomUUID(),
        "large",
        "Large",
        JourneyMap.MapType.CURRENT_STATE,
        JourneyMap.State.AS_IS,
        JourneyMap.Status.DRAFT,
        null,
        false,
        JourneyMap.DEFAULT_REVIEW_MONTHS,
        List.of(),
        stages,
        steps,
        List.of(),
        lanes,
        all,
        library,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }
}
