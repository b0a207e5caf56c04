package dev.sojourn.map.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.map.lint.Finding.Rule;
import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.map.model.Touchpoint.Observability;
import dev.sojourn.map.sample.Samples;
import dev.sojourn.map.sample.Sketch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MapLintTest {

  @Test
  void shopLacksAnIdeaAndAScenario() {
    assertEquals(
        List.of(
            "Nobody has an idea against 'Delivery cost is hidden until the end'; add one in the"
                + " same stage.",
            "Between 'Choose' and 'Pay' customers change the channel; draw the touchpoint that"
                + " hands them over.",
            "The map has no scenario; say in a sentence which situation it shows."),
        MapLint.of(Samples.shop()).stream().map(Finding::sentence).toList());
  }

  @Test
  void everyRuleFindsSomethingOnABadMap() {
    Sketch s = new Sketch("bad").stage("Empty", Stage.Kind.CUSTOM).stage("Full", Stage.Kind.CUSTOM);
    for (int i = 0; i < 11; i++) {
      s.step("any " + i, false, false, Step.OrderGroup.ANY_ORDER);
    }
    s.stage("Web", Stage.Kind.CUSTOM)
        .step("web")
        .stage("Shop", Stage.Kind.CUSTOM)
        .step("shop")
        .lane(Lane.Role.TOUCHPOINT, "T")
        .touchpoint("web", "site", ChannelKind.WEBSITE, Observability.EVENTS)
        .touchpoint("shop", "till", ChannelKind.STORE, Observability.UNKNOWN)
        .lane(Lane.Role.PAIN, "P")
        .card("web", "slow")
        .lane(Lane.Role.IDEA, "I")
        .card("shop", "a stool")
        .claimed(Sketch.id("touchpoint till"), "They pay.");
    JourneyMap map = s.map();
    List<Touchpoint> touchpoints = new ArrayList<>(map.touchpoints());
    Touchpoint site = touchpoints.getFirst();
    touchpoints.add(
        new Touchpoint(new UUID(7, 1), "site", null, Observability.EVENTS, site.binding()));
    touchpoints.add(new Touchpoint(new UUID(7, 2), "lost", null, Observability.EVENTS, null));
    Set<Rule> found =
        MapLint.of(map.withTouchpoints(touchpoints)).stream()
            .map(Finding::rule)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
    assertEquals(EnumSet.allOf(Rule.class), found);
  }

  @Test
  void gravestComeFirst() {
    List<Finding.Severity> severities =
        MapLint.of(Samples.monster()).stream().map(Finding::severity).toList();
    assertEquals(
        severities.stream().sorted(java.util.Comparator.reverseOrder()).toList(), severities);
  }
}
