package dev.sojourn.kernel.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.PlanElement.AnyOf;
import dev.sojourn.kernel.spec.PlanElement.AnyOrder;
import dev.sojourn.kernel.spec.PlanElement.Optional;
import dev.sojourn.kernel.spec.PlanElement.Repeatable;
import dev.sojourn.kernel.spec.PlanElement.Sequence;
import dev.sojourn.kernel.spec.PlanElement.Touchpoint;
import dev.sojourn.kernel.spec.Spec.Unfinished;
import dev.sojourn.kernel.spec.Spec.Unmatched;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignerTest {

  private static final PlanElement A = new Touchpoint("A");
  private static final PlanElement B = new Touchpoint("B");
  private static final PlanElement C = new Touchpoint("C");
  private static final PlanElement ABC = sequence(A, B, C);

  @Test
  void aKeptPlanCostsNothing() {
    assertEquals("0 of 6: A B C", align(ABC, "A B C"));
  }

  @Test
  void whatIsMissingIsLeftOut() {
    assertEquals("1 of 5: A -B C", align(ABC, "A C"));
  }

  @Test
  void whatThePlanDoesNotKnowIsInserted() {
    assertEquals("1 of 7: A B C, 1 unknown", align(ABC, "A X B C"));
  }

  @Test
  void whatTheJourneyHasFirstIsMatchedFirst() {
    assertEquals("4 of 6: +A -A +B -B C", align(ABC, "C B A"));
  }

  @Test
  void anEmptyJourneyLeavesOutEverything() {
    assertEquals("3 of 3: -A -B -C", align(ABC, ""));
  }

  @Test
  void anOptionalElementCanBeLeftOutOrKept() {
    PlanElement plan = sequence(A, new Optional(B), C);
    assertEquals("0 of 4: A C", align(plan, "A C"));
    assertEquals("0 of 5: A B C", align(plan, "A B C"));
  }

  @Test
  void anOptionalSequenceIsLeftOutAsAWhole() {
    PlanElement plan = sequence(new Optional(sequence(A, B)), C);
    assertEquals("0 of 2: C", align(plan, "C"));
    assertEquals("1 of 3: A -B C", align(plan, "A C"));
  }

  @Test
  void aLoopTurnsAsOftenAsTheJourneyDoes() {
    PlanElement plan = new Repeatable(sequence(A, B));
    assertEquals("0 of 8: A A A B B B", align(plan, "A B A B A B"));
    assertEquals("2 of 2: -A -B", align(plan, ""));
    assertEquals("1 of 7: A A A -B B B", align(plan, "A B A A B"));
  }

  @Test
  void aLoopInALoopOfNothingEnds() {
    PlanElement plan = new Repeatable(new Optional(new Repeatable(new Optional(A))));
    assertEquals("0 of 0:", align(plan, ""));
    assertEquals("0 of 3: A A A", align(plan, "A A A"));
  }

  @Test
  void anEndThatIsOptionalDoesNotOpenTheLoopBeforeIt() {
    PlanElement plan = new Optional(sequence(A, new Repeatable(B)));
    assertEquals("1 of 1: -A B", align(plan, "B"));
  }

  @Test
  void anyOrderTakesEachOnceInTheOrderOfTheJourney() {
    PlanElement plan = new AnyOrder(List.of(A, sequence(B, C)));
    assertEquals("0 of 6: A B C", align(plan, "B C A"));
    assertEquals("2 of 6: A B +C -C", align(plan, "B A C"));
  }

  @Test
  void ofAlternativesTheOneThatHappenedCounts() {
    PlanElement plan = new AnyOf(List.of(C, sequence(A, B)));
    assertEquals("0 of 3: A B", align(plan, "A B"));
    assertEquals("0 of 2: C", align(plan, "C"));
    assertEquals("1 of 1: -C", align(plan, ""));
  }

  @Test
  void ofEqualAlternativesThatNobodyTookTheFirstNameStandsForAll() {
    assertEquals("1 of 1: -A", align(new AnyOf(List.of(B, A, C)), ""));
  }

  @Test
  void whatIsStillAheadOfAnUnfinishedJourneyCostsNothing() {
    assertEquals("0 of 5: A B", align(ABC, "A B", Unmatched.UNEXPECTED, Unfinished.PREFIX));
    assertEquals("1 of 4: -A B", align(ABC, "B", Unmatched.UNEXPECTED, Unfinished.PREFIX));
    assertEquals("0 of 3:", align(ABC, "", Unmatched.UNEXPECTED, Unfinished.PREFIX));
  }

  @Test
  void whatIsOutOfScopeIsNotThere() {
    assertEquals(
        "0 of 6: A B C", align(ABC, "A X B Y C", Unmatched.OUT_OF_SCOPE, Unfinished.COMPLETE));
  }

  @Test
  void arrowsAreThoseThatThePlanHas() {
    PlanElement plan = sequence(A, new Optional(B), new Repeatable(C));
    assertEquals(4, compile(plan).arrows(), "A to B, A to C, B to C, C to C");
    assertEquals(2, walked(plan, "A C X C").cardinality());
    assertEquals(0, walked(sequence(A, B, C), "A C").cardinality());
  }

  @Test
  void keepingFewRowsChangesNothing() {
    StringBuilder journey = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      journey.append("A B C C B ".charAt(2 * (i * 7 % 5))).append(' ');
    }
    PlanElement plan = new Repeatable(sequence(A, new Optional(B), C));
    AlignmentPlan compiled = compile(plan);
    String all = align(compiled, new Aligner(compiled), journey.toString());
    for (int kept : new int[] {0, 1, 100, 4_000}) {
      assertEquals(all, align(compiled, new Aligner(compiled, kept), journey.toString()));
    }
  }

  private static PlanElement sequence(PlanElement... elements) {
    return new Sequence(List.of(elements));
  }

  private static AlignmentPlan compile(PlanElement plan) {
    return AlignmentPlan.compile(plan, Unmatched.UNEXPECTED, Unfinished.COMPLETE);
  }

  private static BitSet walked(PlanElement plan, String journey) {
    AlignmentPlan compiled = compile(plan);
    Aligner aligner = new Aligner(compiled);
    align(compiled, aligner, journey);
    BitSet arrows = new BitSet();
    aligner.addArrows(arrows);
    return arrows;
  }

  private static String align(PlanElement plan, String journey) {
    return align(plan, journey, Unmatched.UNEXPECTED, Unfinished.COMPLETE);
  }

  private static String align(
      PlanElement plan, String journey, Unmatched unmatched, Unfinished unfinished) {
    AlignmentPlan compiled = AlignmentPlan.compile(plan, unmatched, unfinished);
    return align(compiled, new Aligner(compiled), journey);
  }

  /// Cost of worst cost, then the moves by touchpoint: plain is matched, minus left out, plus
  /// inserted.
  private static String align(AlignmentPlan plan, Aligner aligner, String journey) {
    String[] names = journey.isBlank() ? new String[0] : journey.strip().split(" ", -1);
    char[] path = new char[names.length + 2];
    for (int i = 0; i < names.length; i++) {
      int number = plan.number(names[i]);
      path[i + 1] = number < 0 ? Aligner.UNKNOWN : (char) number;
    }
    aligner.align(path, 1, names.length + 1);
    List<String> moves = new ArrayList<>();
    int cost = aligner.unexpected();
    for (int t = 0; t < plan.touchpoints().size(); t++) {
      String name = plan.touchpoints().get(t);
      moves.addAll(java.util.Collections.nCopies(aligner.inserted(t), " +" + name));
      moves.addAll(java.util.Collections.nCopies(aligner.leftOut(t), " -" + name));
      moves.addAll(java.util.Collections.nCopies(aligner.matched(t), " " + name));
      cost += aligner.inserted(t) + aligner.leftOut(t);
      assertTrue(aligner.matched(t) + aligner.leftOut(t) <= plan.mostOften(t));
    }
    assertEquals(cost, aligner.cost());
    return aligner.cost()
        + " of "
        + plan.worstCost(aligner.length())
        + ":"
        + String.join("", moves)
        + (aligner.unexpected() == 0 ? "" : ", " + aligner.unexpected() + " unknown");
  }
}
