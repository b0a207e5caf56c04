package dev.sojourn.kernel.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.result.AnalysisResult.Alignment;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.PlanElement.Sequence;
import dev.sojourn.kernel.spec.PlanElement.Touchpoint;
import dev.sojourn.kernel.spec.Spec.Unfinished;
import dev.sojourn.kernel.spec.Spec.Unmatched;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignmentFoldTest {

  private static final List<String> NAMES = List.of("A", "B", "C", "X", "Y");

  /// The vector of the semantics page; the empty journey is one of which nothing is in scope.
  @Test
  void theFiveJourneysOfTheVector() {
    AlignmentPlan plan = plan("A B C", Unmatched.UNEXPECTED);
    AlignmentFold fold = new AlignmentFold(plan, NAMES);
    AlignmentPartial partial = fold.start();
    fold.add(block("A C", "A B C", "A X B C", "C B A"), partial);
    AlignmentFold scoped = new AlignmentFold(plan("A B C", Unmatched.OUT_OF_SCOPE), NAMES);
    AlignmentPartial empty = scoped.start();
    scoped.add(block("X"), empty);
    fold.merge(partial, empty);
    Alignment answer = answer(fold, partial);
    assertEquals(2.0 / 3, answer.fitnessLog(), 0.0005);
    assertEquals((0.8 + 1 + 6.0 / 7 + 2.0 / 6) / 5, answer.fitnessMean(), 1e-15);
    assertEquals(new Rate(1, 5), answer.fits());
    assertEquals(new Rate(2, 5), answer.complete());
  }

  @Test
  void forgettingPathsChangesNothing() {
    AlignmentPlan plan = plan("A B C B", Unmatched.UNEXPECTED);
    AlignmentFold all = new AlignmentFold(plan, NAMES);
    AlignmentFold few = new AlignmentFold(plan, NAMES, 8_192);
    AlignmentPartial whole = all.start();
    AlignmentPartial forgetful = few.start();
    Random random = new Random(1);
    for (int b = 0; b < 20; b++) {
      JourneyBlock block = new JourneyBlock();
      for (int j = 0; j < 200; j++) {
        char[] journey = new char[1 + random.nextInt(12)];
        for (int i = 0; i < journey.length; i++) {
          journey[i] = (char) random.nextInt(NAMES.size());
        }
        block.add(0, journey, new long[journey.length], 0, journey.length);
      }
      all.add(block, whole);
      few.add(block, forgetful);
    }
    assertArrayEquals(all.write(whole), few.write(forgetful));
    assertEquals(answer(all, whole), answer(few, forgetful));
  }

  @Test
  void aPartialGoesOnAfterItWasWritten() {
    AlignmentFold fold = new AlignmentFold(plan("A B", Unmatched.UNEXPECTED), NAMES);
    AlignmentPartial once = fold.start();
    fold.add(block("A B", "B X A", "A"), once);
    fold.add(block("B X A", "Y"), once);
    AlignmentPartial twice = fold.start();
    fold.add(block("A B", "B X A", "A"), twice);
    twice = fold.read(fold.write(twice));
    fold.add(block("B X A", "Y"), twice);
    assertArrayEquals(fold.write(once), fold.write(twice));
  }

  @Test
  void aJourneyOfAHundredThousandEventsIsAligned() {
    AlignmentFold fold = new AlignmentFold(plan("A B C", Unmatched.UNEXPECTED), NAMES);
    AlignmentPartial partial = fold.start();
    JourneyBlock block = new JourneyBlock();
    char[] journey = new char[100_000];
    for (int i = 0; i < journey.length; i++) {
      journey[i] = (char) (i % 3);
    }
    block.add(0, journey, new long[journey.length], 0, journey.length);
    fold.add(block, partial);
    assertEquals(99_997, answer(fold, partial).totalCost());
  }

  private static AlignmentPlan plan(String names, Unmatched unmatched) {
    List<PlanElement> elements = new ArrayList<>();
    for (String name : names.split(" ", -1)) {
      elements.add(new Touchpoint(name));
    }
    return AlignmentPlan.compile(new Sequence(elements), unmatched, Unfinished.COMPLETE);
  }

  private static JourneyBlock block(String... journeys) {
    JourneyBlock block = new JourneyBlock();
    for (String journey : journeys) {
      String[] names = journey.split(" ", -1);
      char[] code = new char[names.length];
      for (int i = 0; i < names.length; i++) {
        code[i] = (char) NAMES.indexOf(names[i]);
      }
      block.add(0, code, new long[code.length], 0, code.length);
    }
    return block;
  }

  private static Alignment answer(AlignmentFold fold, AlignmentPartial partial) {
    return switch (fold.finish(partial)) {
      case Round.Done<Alignment> done -> done.answer();
      case Round.Next<Alignment> _ -> throw new AssertionError("one round is enough");
    };
  }
}
