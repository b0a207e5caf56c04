package dev.sojourn.server.evidence.draft;

import dev.sojourn.kernel.result.Rate;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.Step.OrderGroup;
import dev.sojourn.server.evidence.check.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a draft claims. Each bound is five points below the lower end of the interval on the mined
/// customers, down to a whole five percent, so that it says what to rely on and not what was seen.
final class DraftClaims {

  private static final double SLACK = 0.05;
  private static final double GRAIN = 0.05;
  private static final double LEAST_SHARE = 0.01;
  private static final long LEAST_CUSTOMERS = 30;
  private static final int MOST_REPEATS = 5;

  private final Structure structure;
  private final MinedCounts counts;
  private final DraftWriter writer;
  private final List<Claim> claims = new ArrayList<>();

  private DraftClaims(Structure structure, MinedCounts counts, DraftWriter writer) {
    this.structure = structure;
    this.counts = counts;
    this.writer = writer;
  }

  static List<Claim> of(Structure structure, MinedCounts counts, DraftWriter writer) {
    DraftClaims draft = new DraftClaims(structure, counts, writer);
    draft.occurrences();
    draft.order();
    draft.repeats();
    return List.copyOf(draft.claims);
  }

  private void occurrences() {
    for (int i = 0; i < structure.order().size(); i++) {
      Rate share = new Rate(counts.came(structure.order().get(i)), counts.customers());
      double bound = Math.max(LEAST_SHARE, bound(share));
      add(
          Claim.Type.OCCURS,
          i,
          -1,
          bound,
          "At least " + Words.percent(bound) + " of customers come to " + writer.name(i) + ".");
    }
  }

  /// Neighbours in the order and neighbours that are not left out.
  private void order() {
    int mandatory = -1;
    for (int i = 0; i < structure.order().size(); i++) {
      if (i > 0) {
        order(i - 1, i);
      }
      if (!structure.isOptional(i)) {
        if (mandatory >= 0 && mandatory < i - 1) {
          order(mandatory, i);
        }
        mandatory = i;
      }
    }
  }

  private void order(int a, int b) {
    boolean unordered =
        structure.groups().get(a) != OrderGroup.SEQUENCE
            && structure.groups().get(a) == structure.groups().get(b)
            && structure.stageOf(a) == structure.stageOf(b);
    int first = structure.order().get(a);
    int second = structure.order().get(b);
    Rate agreed = new Rate(counts.before(first, second), counts.both(first, second));
    if (unordered || agreed.d() < LEAST_CUSTOMERS || agreed.low().orElse(0) <= 0.5) {
      return;
    }
    double bound = Math.max(0.5, bound(agreed));
    add(
        Claim.Type.ORDER,
        a,
        b,
        bound,
        writer.name(b)
            + " comes after "
            + writer.name(a)
            + " for at least "
            + Words.percent(bound)
            + " of the customers who have both.");
  }

  private void repeats() {
    int made = 0;
    for (int i = 0; i < structure.order().size() && made < MOST_REPEATS; i++) {
      double bound = bound(structure.repeated().get(i));
      if (structure.isRepeatable(i) && bound > 0) {
        made++;
        add(
            Claim.Type.REPEAT_CONTACT,
            i,
            -1,
            bound,
            "At least "
                + Words.percent(bound)
                + " of the customers who come to "
                + writer.name(i)
                + " come to it again.");
      }
    }
  }

  private static double bound(Rate rate) {
    double steps = StrictMath.floor((rate.low().orElse(0) - SLACK) / GRAIN + 1e-9);
    return Math.max(0, StrictMath.rint(steps * GRAIN * 100) / 100);
  }

  private void add(Claim.Type type, int element, int other, double atLeast, String statement) {
    @Nullable UUID second = other < 0 ? null : writer.touchpoint(other).id();
    claims.add(
        new Claim(
            DraftWriter.id("claim", type + "/" + writer.name(element) + "/" + other),
            writer.touchpoint(element).id(),
            second,
            type,
            statement.length() <= 1_000 ? statement : statement.substring(0, 999) + "…",
            new Claim.Expectation(atLeast, null),
            0));
  }
}
