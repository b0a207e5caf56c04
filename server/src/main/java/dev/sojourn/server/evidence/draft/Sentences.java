package dev.sojourn.server.evidence.draft;

import dev.sojourn.kernel.result.Rate;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step.OrderGroup;
import dev.sojourn.server.evidence.check.CheckReport;
import dev.sojourn.server.evidence.check.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says why a draft is as it is: one sentence a choice, each with its number.
final class Sentences {

  private final Structure structure;
  private final DraftWriter writer;
  private final Travelled travelled;
  private final Rate coverage;
  private final Told told;
  private final List<JourneyMap.TypicalJourney> typical;
  private final boolean sampled;
  private final List<String> out = new ArrayList<>();

  Sentences(
      Structure structure,
      DraftWriter writer,
      Travelled travelled,
      Rate coverage,
      Told told,
      List<JourneyMap.TypicalJourney> typical,
      boolean sampled) {
    this.structure = structure;
    this.writer = writer;
    this.travelled = travelled;
    this.coverage = coverage;
    this.told = told;
    this.typical = typical;
    this.sampled = sampled;
  }

  /// What the draft rests on.
  String population() {
    return "Drafted from the journeys of "
        + Words.count(travelled.units())
        + " customers; "
        + Words.count(travelled.heldOutUnits())
        + " of them were held out from the mining, and every claim was measured on those.";
  }

  List<String> all(CheckReport heldOut) {
    out.add(population());
    touchpoints();
    stages();
    order(heldOut);
    groups();
    ways();
    journeys();
    verdicts(heldOut);
    return out;
  }

  private void touchpoints() {
    int kept = structure.order().size();
    int all = 0;
    for (long customers : travelled.customers()) {
      all += customers > 0 ? 1 : 0;
    }
    String covered = Words.percent(coverage.value().orElse(0)) + " of all events";
    if (all > kept) {
      out.add(
          "The map shows the "
              + kept
              + " most travelled touchpoints, which are "
              + covered
              + "; "
              + Words.count((long) all - kept)
              + (all - kept == 1 ? " other is" : " others are")
              + " left out.");
    } else {
      out.add("The map shows every touchpoint, " + kept + " in all.");
    }
  }

  private void stages() {
    for (int s = 0; s < writer.stages().size(); s++) {
      int stage = s;
      List<String> names = new ArrayList<>();
      for (int i = 0; i < structure.order().size(); i++) {
        if (structure.stageOf(i) == stage) {
          names.add(writer.name(i));
        }
      }
      out.add("Stage '" + writer.stages().get(s).name() + "' holds " + listed(names) + ".");
    }
    if (writer.stages().size() == 1) {
      out.add(
          "No place was found where customers pass more rarely than elsewhere, so there is one"
              + " stage.");
    }
  }

  private void order(CheckReport heldOut) {
    for (CheckReport.Checked checked : heldOut.claims()) {
      CheckResult result = checked.result();
      if (checked.claim().claimType() == Claim.Type.ORDER && result.observed() != null) {
        out.add(
            nameOf(checked.claim().other())
                + " comes after "
                + checked.element()
                + " for "
                + Words.percent(result.observed())
                + " of the "
                + Words.count(result.n())
                + " held-out customers who have both (n "
                + Words.count(result.n())
                + ").");
      }
    }
  }

  private String nameOf(@Nullable UUID element) {
    for (Stage stage : writer.stages()) {
      if (stage.id().equals(element)) {
        return stage.name();
      }
    }
    for (int i = 0; i < structure.order().size(); i++) {
      if (writer.touchpoint(i).id().equals(element)) {
        return writer.name(i);
      }
    }
    return "It";
  }

  private void groups() {
    for (int i = 0; i < structure.order().size(); i++) {
      Rate passed = structure.passed().get(i);
      if (structure.isOptional(i)) {
        out.add(
            writer.name(i)
                + " is optional: "
                + of(passed, "customers who come this far")
                + " come to it.");
      }
      if (structure.isRepeatable(i)) {
        out.add(
            writer.name(i)
                + " is repeated by "
                + of(structure.repeated().get(i), "customers who come to it")
                + ".");
      }
    }
    int from = 0;
    while (from < structure.order().size()) {
      int to = from + 1;
      OrderGroup kind = structure.groups().get(from);
      while (kind != OrderGroup.SEQUENCE
          && to < structure.order().size()
          && structure.groups().get(to) == kind
          && structure.stageOf(to) == structure.stageOf(from)) {
        to++;
      }
      if (to > from + 1) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
          names.add(writer.name(i));
        }
        out.add(
            kind == OrderGroup.ALTERNATIVE
                ? listed(names) + " stand for each other: fewer than 10 % of customers do two."
                : listed(names) + " come in any order: none is first for 70 % of customers.");
      }
      from = to;
    }
  }

  private void ways() {
    for (Structure.Way way : structure.ways()) {
      String taken = of(way.taken(), "customers at " + writer.name(way.from()));
      out.add(
          switch (way.direction()) {
            case BACK -> taken + " go straight back to " + writer.name(way.to()) + ".";
            case AHEAD -> taken + " go straight on to " + writer.name(way.to()) + ".";
            case OUT -> "For " + taken + " the journey ends there.";
          });
    }
  }

  private static String of(Rate rate, String whom) {
    return Words.percent(rate.value().orElse(0)) + " of the " + Words.count(rate.d()) + " " + whom;
  }

  private void journeys() {
    if (typical.isEmpty()) {
      out.add(
          "No clear structure: journeys describe what customers do no better than the same events"
              + " dealt out to them by chance.");
      return;
    }
    if (sampled) {
      out.add(
          "Typical journeys were mined from about "
              + Words.count(Draft.MOST_MINED)
              + " customers, taken evenly by id.");
    }
    out.add(
        typical.size()
            + (typical.size() == 1 ? " typical journey was" : " typical journeys were")
            + " found; telling the journeys of customers by them takes "
            + Words.percent(told.journeys().saved())
            + " less than telling each from nothing ("
            + Words.percent(told.savedByChance())
            + " where the same events are dealt out by chance)"
            + (told.folded() ? ". A touchpoint directly after itself counts once." : "."));
  }

  private void verdicts(CheckReport heldOut) {
    Map<CheckResult.Verdict, Integer> verdicts = new EnumMap<>(CheckResult.Verdict.class);
    for (CheckReport.Checked checked : heldOut.claims()) {
      verdicts.merge(checked.result().verdict(), 1, Integer::sum);
    }
    out.add(
        "Of "
            + heldOut.claims().size()
            + " claims "
            + verdicts.getOrDefault(CheckResult.Verdict.CONFIRMED, 0)
            + " are confirmed on the customers held out, "
            + verdicts.getOrDefault(CheckResult.Verdict.CONTRADICTED, 0)
            + " contradicted.");
  }

  private static String listed(List<String> names) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
