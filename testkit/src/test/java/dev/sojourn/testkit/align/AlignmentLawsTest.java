package dev.sojourn.testkit.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.align.AlignmentFold;
import dev.sojourn.kernel.align.AlignmentPartial;
import dev.sojourn.kernel.align.AlignmentPlan;
import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Alignment;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.random.RandomCase;
import dev.sojourn.testkit.random.RandomCases;
import dev.sojourn.testkit.random.RandomPlans;
import dev.sojourn.testkit.random.RandomSpecs;
import dev.sojourn.testkit.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The aligner against the reference, and the laws that hold whatever the plan is.
class AlignmentLawsTest {

  private static final Engine ENGINE = new Engine(1);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void agreesWithTheReference() {
    RandomCases.each(
        "AlignmentLawsTest-reference",
        2_000,
        RandomSpecs::alignment,
        sample -> {
          // Names that nobody has are refused in filters, and alignments do not filter themselves.
          Spec.Alignment s = (Spec.Alignment) sample.spec();
          Spec all =
              new Spec.Alignment(
                  s.plan(), s.unmatched(), s.unfinished(), EventFilter.ALL, s.during());
          assertEquals(
              Reference.answer(all, sample.journeys(), null),
              answer(all, sample.journeys().table()));
        });
  }

  @Test
  void theOrderOfAlternativesAndOfAnyOrderChangesNothing() {
    RandomCases.each(
        "AlignmentLawsTest-shuffled",
        500,
        RandomSpecs::alignment,
        sample -> {
          SplittableRandom random = new SplittableRandom(sample.seed());
          PlanElement shuffled = RandomPlans.shuffled(plan(sample), random);
          assertEquals(answer(sample, plan(sample)), answer(sample, shuffled));
        });
  }

  @Test
  void anOptionalMoreNeverCosts() {
    RandomCases.each(
        "AlignmentLawsTest-optional",
        500,
        RandomSpecs::alignment,
        sample -> {
          // An optional touchpoint that the plan knows: a new one would bring its events into
          // scope.
          List<PlanElement> more = new ArrayList<>(List.of(plan(sample)));
          SplittableRandom random = new SplittableRandom(sample.seed());
          more.add(
              random.nextInt(2), new PlanElement.Optional(someTouchpoint(plan(sample), random)));
          Alignment before = answer(sample, plan(sample));
          Alignment after = answer(sample, new PlanElement.Sequence(more));
          assertTrue(after.totalCost() <= before.totalCost());
          if (before.fitnessMean() != null) {
            assertTrue(after.fitnessMean() >= before.fitnessMean());
          }
        });
  }

  @Test
  void anUnfinishedJourneyNeverCostsMoreThanAFinishedOne() {
    RandomCases.each(
        "AlignmentLawsTest-unfinished",
        500,
        RandomSpecs::alignment,
        sample -> {
          Spec.Alignment s = (Spec.Alignment) sample.spec();
          Alignment complete = answer(sample, s.plan(), Spec.Unfinished.COMPLETE);
          Alignment prefix = answer(sample, s.plan(), Spec.Unfinished.PREFIX);
          assertTrue(prefix.totalCost() <= complete.totalCost());
          assertTrue(prefix.fits().n() >= complete.fits().n());
        });
  }

  @Test
  void partialsMergeToTheBitInAnyOrderAndThroughBytes() {
    RandomCases.each(
        "AlignmentLawsTest-merge",
        500,
        RandomSpecs::alignment,
        sample -> {
          Spec.Alignment s = (Spec.Alignment) sample.spec();
          JourneyTable table = sample.journeys().table();
          List<String> names =
              IntStream.range(0, table.vocabulary().size())
                  .mapToObj(code -> table.vocabulary().name(code))
                  .toList();
          AlignmentFold fold =
              new AlignmentFold(
                  AlignmentPlan.compile(s.plan(), s.unmatched(), s.unfinished()), names);
          AlignmentPartial whole = partial(fold, table.parts());
          SplittableRandom random = new SplittableRandom(sample.seed());
          List<JourneyPart> parts = new ArrayList<>(table.inParts(random.nextInt(2, 6)).parts());
          java.util.Collections.shuffle(parts, java.util.Random.from(random));
          AlignmentPartial merged = fold.start();
          for (JourneyPart part : parts) {
            AlignmentPartial one = partial(fold, List.of(part));
            fold.merge(merged, random.nextBoolean() ? one : fold.read(fold.write(one)));
          }
          assertArrayEquals(fold.write(whole), fold.write(merged));
          assertEquals(answer(fold, whole), answer(fold, merged));
        });
  }

  private static AlignmentPartial partial(AlignmentFold fold, List<? extends JourneyPart> parts) {
    AlignmentPartial partial = fold.start();
    JourneyBlock block = new JourneyBlock();
    for (JourneyPart part : parts) {
      try (JourneyCursor cursor = part.open()) {
        while (cursor.next(block)) {
          fold.add(block, partial);
        }
      }
    }
    return partial;
  }

  private static Alignment answer(AlignmentFold fold, AlignmentPartial partial) {
    return switch (fold.finish(partial)) {
      case Round.Done<Alignment> done -> done.answer();
      case Round.Next<Alignment> _ -> throw new AssertionError("one round is enough");
    };
  }

  private static PlanElement plan(RandomCase sample) {
    return ((Spec.Alignment) sample.spec()).plan();
  }

  private static PlanElement someTouchpoint(PlanElement plan, SplittableRandom random) {
    return switch (plan) {
      case PlanElement.Touchpoint touchpoint -> touchpoint;
      case PlanElement.Optional o -> someTouchpoint(o.element(), random);
      case PlanElement.Repeatable r -> someTouchpoint(r.element(), random);
      case PlanElement.Sequence s -> some(s.elements(), random);
      case PlanElement.AnyOrder a -> some(a.elements(), random);
      case PlanElement.AnyOf a -> some(a.elements(), random);
    };
  }

  private static PlanElement some(List<PlanElement> elements, SplittableRandom random) {
    return someTouchpoint(elements.get(random.nextInt(elements.size())), random);
  }

  private static Alignment answer(RandomCase sample, PlanElement plan) {
    return answer(sample, plan, ((Spec.Alignment) sample.spec()).unfinished());
  }

  private static Alignment answer(RandomCase sample, PlanElement plan, Spec.Unfinished unfinished) {
    Spec.Unmatched unmatched = ((Spec.Alignment) sample.spec()).unmatched();
    Spec spec = new Spec.Alignment(plan, unmatched, unfinished, EventFilter.ALL, Period.ALWAYS);
    return (Alignment) answer(spec, sample.journeys().table());
  }

  private static AnalysisResult answer(Spec spec, JourneyTable journeys) {
    return ENGINE.run(spec, journeys);
  }
}
