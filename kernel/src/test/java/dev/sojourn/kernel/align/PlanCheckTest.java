package dev.sojourn.kernel.align;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.PlanElement.AnyOf;
import dev.sojourn.kernel.spec.PlanElement.AnyOrder;
import dev.sojourn.kernel.spec.PlanElement.Optional;
import dev.sojourn.kernel.spec.PlanElement.Sequence;
import dev.sojourn.kernel.spec.PlanElement.Touchpoint;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec.Unfinished;
import dev.sojourn.kernel.spec.Spec.Unmatched;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCheckTest {

  @Test
  void allFaultsAreRefusedAtOnce() {
    PlanElement plan =
        new Sequence(
            List.of(
                new Touchpoint(""), new AnyOf(List.of()), new Optional(new Sequence(List.of()))));
    assertEquals(
        List.of(
            "plan[0]: a touchpoint needs a name; give the name of an event.",
            "plan[1].anyOf: at least one element is needed.",
            "plan[2].optional: at least one element is needed."),
        refused(plan));
  }

  @Test
  void tenCanBeInAnyOrderAndElevenCannot() {
    assertDoesNotThrow(() -> compile(new AnyOrder(touchpoints(10))));
    assertEquals(
        List.of("plan.anyOrder: 11 elements in any order are more than the 10 that are possible."),
        refused(new AnyOrder(touchpoints(11))));
  }

  @Test
  void anyOrderInAnyOrderInAnyOrderIsTooMuch() {
    PlanElement plan = new Touchpoint("A");
    for (int i = 0; i < 3; i++) {
      List<PlanElement> members = new ArrayList<>(touchpoints(9));
      members.add(plan);
      plan = new AnyOrder(members);
    }
    assertEquals(1, refused(plan).size());
  }

  @Test
  void nestingThatWouldNotEndIsRefused() {
    PlanElement plan = new Touchpoint("A");
    for (int i = 0; i < 100_000; i++) {
      plan = new Optional(plan);
    }
    assertEquals(1, refused(plan).size());
  }

  @Test
  void moreThanAThousandTouchpointsAreRefused() {
    assertDoesNotThrow(() -> compile(new AnyOf(touchpoints(1_000))));
    assertEquals(
        List.of("plan: 1001 different touchpoints are more than the 1000 that are possible."),
        refused(new AnyOf(touchpoints(1_001))));
  }

  private static List<PlanElement> touchpoints(int count) {
    List<PlanElement> touchpoints = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      touchpoints.add(new Touchpoint("T" + i));
    }
    return touchpoints;
  }

  private static List<String> refused(PlanElement plan) {
    return assertThrows(RefusedException.class, () -> compile(plan)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  private static AlignmentPlan compile(PlanElement plan) {
    return AlignmentPlan.compile(plan, Unmatched.UNEXPECTED, Unfinished.COMPLETE);
  }
}
