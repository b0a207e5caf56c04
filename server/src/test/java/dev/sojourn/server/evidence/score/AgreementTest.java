package dev.sojourn.server.evidence.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void equalGroupingsAgreeWhateverTheyAreCalled() {
    Agreement agreement = Agreement.of(List.of(1, 1, 2, 2), List.of("b", "b", "a", "a"));
    assertEquals(1, agreement.adjustedRand());
    assertEquals(1, agreement.pairF1());
  }

  @Test
  void agreesWithTheExampleOfSixThings() {
    // Groups {a,b,c},{d,e,f} against {a,b},{c,d},{e,f}: 2 pairs in both, 6 and 3 in each, 15 in
    // all.
    Agreement agreement = Agreement.of(List.of(0, 0, 0, 1, 1, 1), List.of(0, 0, 1, 1, 2, 2));
    assertEquals((2 - 6 * 3 / 15.0) / (4.5 - 6 * 3 / 15.0), agreement.adjustedRand(), 1e-12);
    assertEquals(2 * 2 / 9.0, agreement.pairF1(), 1e-12);
  }

  @Test
  void similarityIsOneMinusTheEditedShare() {
    assertEquals(1, Agreement.similarity(List.of(), List.of()));
    assertEquals(0, Agreement.similarity(List.of("a"), List.of("b")));
    assertEquals(
        0.75, Agreement.similarity(List.of("a", "b", "c", "d"), List.of("a", "x", "c", "d")));
    assertEquals(0.75, Agreement.similarity(List.of("a", "b", "c", "d"), List.of("a", "c", "d")));
  }
}
