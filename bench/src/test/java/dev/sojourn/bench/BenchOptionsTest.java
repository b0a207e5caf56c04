package dev.sojourn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sojourn.kernel.spec.RefusedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

  @Test
  void readsEveryOption() {
    BenchOptions options =
        BenchOptions.of(
            "folds", "--events", "5000", "--types", "240", "--micros", "--runs", "3", "--out", "x");
    assertEquals(
        new BenchOptions("folds", 5_000, 240, true, 3, Path.of("x").toAbsolutePath()), options);
  }

  @Test
  void anImportIsLongAndRunsLessOften() {
    assertEquals(3, BenchOptions.of("import").runs());
    assertEquals(11, BenchOptions.of("folds").runs());
  }

  @Test
  void refusesEverythingThatMakesNoSenseAtOnce() {
    RefusedException refused =
        assertThrows(
            RefusedException.class,
            () -> BenchOptions.of("fold", "--events", "many", "--types", "7", "--fast"));
    assertEquals(4, refused.problems().size());
  }
}
