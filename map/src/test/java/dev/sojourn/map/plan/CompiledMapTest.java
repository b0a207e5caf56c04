package dev.sojourn.map.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint.Observability;
import dev.sojourn.map.sample.Samples;
import dev.sojourn.map.sample.Sketch;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompiledMapTest {

  /// A plan in one line: `a? b+ {c d} (e|f)`.
  private static String shown(PlanElement element) {
    return switch (element) {
      case PlanElement.Touchpoint(String name) -> name;
      case PlanElement.Sequence(List<PlanElement> inside) -> "[" + joined(inside, " ") + "]";
      case PlanElement.Optional(PlanElement inside) -> shown(inside) + "?";
      case PlanElement.Repeatable(PlanElement inside) -> shown(inside) + "+";
      case PlanElement.AnyOrder(List<PlanElement> inside) -> "{" + joined(inside, " ") + "}";
      case PlanElement.AnyOf(List<PlanElement> inside) -> "(" + joined(inside, "|") + ")";
    };
  }

  private static String joined(List<PlanElement> elements, String between) {
    return elements.stream().map(CompiledMapTest::shown).collect(Collectors.joining(between));
  }

  private static Sketch letters(String... steps) {
    Sketch sketch =
        new Sketch("letters").stage("All", Stage.Kind.CUSTOM).lane(Lane.Role.TOUCHPOINT, "T");
    for (String step : steps) {
      sketch.step(step).touchpoint(step, step, null, Observability.EVENTS);
    }
    return sketch;
  }

  private static String plan(JourneyMap map) {
    return shown(CompiledMap.of(map).plan());
  }

  @Test
  void stepsBecomeTheirTouchpointsInOrder() {
    assertEquals("[a b c]", plan(letters("a", "b", "c").map()));
    assertEquals("a", plan(letters("a").map()));
  }

  @Test
  void shopHasEveryKindOfElement() {
    CompiledMap compiled = CompiledMap.of(Samples.shop());
    assertEquals("[[catalog+? {compare? reviews} cart]+ (card|invoice)]", shown(compiled.plan()));
    assertEquals(List.of("TV spot"), compiled.leftOut());
    assertEquals(
        Map.of(
            "Look", List.of("catalog"),
            "Choose", List.of("compare", "reviews", "cart"),
            "Pay", List.of("card", "invoice")),
        compiled.stages());
    assertEquals(List.of("Look", "Choose", "Pay"), List.copyOf(compiled.stages().keySet()));
    assertEquals(List.of("cart"), compiled.bindings().get("cart"));
  }

  @Test
  void whatSometimesCannotBeSeenIsOptional() {
    JourneyMap map = letters("a", "b").touchpoint("b", "radio", null, Observability.NONE).map();
    assertEquals("[a b?]", plan(map));
  }

  @Test
  void branchesMakeWhatTheyJumpOverOptional() {
    assertEquals(
        "[a b? c? d]",
        plan(letters("a", "b", "c", "d").link("a", "d", StepLink.Kind.BRANCH).map()));
  }

  @Test
  void twoBranchesThatMeetPartTheWay() {
    Sketch parted =
        letters("a", "b", "c", "d", "e")
            .link("a", "d", StepLink.Kind.BRANCH)
            .link("c", "e", StepLink.Kind.BRANCH);
    assertEquals("[a ([b c]|d) e]", plan(parted.map()));
    assertEquals(
        "[[a ([b c]|d) e]+]",
        "[" + plan(parted.link("e", "a", StepLink.Kind.LOOP_BACK).map()) + "]");
  }

  @Test
  void aLoopOutOfOneWayIntoTheOtherKeepsTheBranchesApart() {
    assertEquals(
        "[a b? [c? d?]+ e]",
        plan(
            letters("a", "b", "c", "d", "e")
                .link("a", "d", StepLink.Kind.BRANCH)
                .link("c", "e", StepLink.Kind.BRANCH)
                .link("d", "c", StepLink.Kind.LOOP_BACK)
                .map()));
  }

  @Test
  void afterAnExitTheRestIsOptional() {
    assertEquals(
        "[a b c?]", plan(letters("a", "b", "c").link("b", null, StepLink.Kind.EXIT).map()));
  }

  @Test
  void loopsNestAndCrossingLoopsBecomeOne() {
    assertEquals(
        "[[a b+]+ c]",
        plan(
            letters("a", "b", "c")
                .link("b", "a", StepLink.Kind.LOOP_BACK)
                .link("b", "b", StepLink.Kind.LOOP_BACK)
                .map()));
    assertEquals(
        "[[a b c]+ d]",
        plan(
            letters("a", "b", "c", "d")
                .link("b", "a", StepLink.Kind.LOOP_BACK)
                .link("c", "b", StepLink.Kind.RE_ENTRY)
                .map()));
  }

  @Test
  void mapWithoutBindingIsRefused() {
    RefusedException refused =
        assertThrows(RefusedException.class, () -> CompiledMap.of(Samples.noData()));
    assertEquals("touchpoints", refused.problems().getFirst().field());
  }

  @Test
  void drawingMakesClaimsOnce() {
    JourneyMap map = ImpliedClaims.addTo(Samples.shop());
    List<String> statements = map.claims().stream().map(Claim::statement).toList();
    assertEquals("Most customers in “Choose” come to “cart”.", statements.get(4));
    assertEquals("Most customers come to “Look” before “Choose”.", statements.get(7));
    assertEquals(10, statements.size());
    assertEquals(List.of(), ImpliedClaims.of(map));
  }
}
