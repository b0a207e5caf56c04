package dev.sojourn.testkit.random;

import dev.sojourn.testkit.journey.PlainJourneys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Runs a check on many random cases. The first one that fails is shrunken, written to
/// `target/failures` and reported with its seed; `-Dsojourn.seed=N` repeats that one alone.
public final class RandomCases {

  private RandomCases() {}

  /// The case of a seed.
  public static RandomCase of(RandomSpecs.Kind kind, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PlainJourneys journeys = RandomJourneys.of(random);
    return new RandomCase(seed, kind.of(random, journeys), journeys);
  }

  /// Checks the cases of the seeds 0 to `count` times `-Dsojourn.torture`.
  ///
  /// @param name what is checked; names the file of a failure
  /// @param check throws when the case fails
  /// @throws AssertionError with the shrunken case and its seed
  public static void each(
      String name, int count, RandomSpecs.Kind kind, Consumer<RandomCase> check) {
    Long only = Long.getLong("sojourn.seed");
    long from = only == null ? 0 : only;
    long to = only == null ? (long) count * Integer.getInteger("sojourn.torture", 1) : only + 1;
    for (long seed = from; seed < to; seed++) {
      RandomCase sample = of(kind, seed);
      if (failure(sample, check).isPresent()) {
        throw report(name, sample, check);
      }
    }
  }

  private static AssertionError report(String name, RandomCase sample, Consumer<RandomCase> check) {
    PlainJourneys small =
        Shrinker.shrink(
            sample.journeys(), journeys -> failure(sample.with(journeys), check).isPresent());
    RandomCase shrunken = sample.with(small);
    Throwable cause = failure(shrunken, check).orElseThrow();
    String text = shrunken + "\n\n" + cause.getMessage() + "\n";
    return new AssertionError(
        name + " fails, see " + write(name, sample, text) + "\n" + text, cause);
  }

  private static Path write(String name, RandomCase sample, String text) {
    Path file = Path.of("target", "failures", name + "-" + sample.seed() + ".txt").toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whatever an engine throws is a failure like a wrong answer, and shrinks like one.
  private static Optional<Throwable> failure(RandomCase sample, Consumer<RandomCase> check) {
    try {
      check.accept(sample);
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(e);
    }
  }
}
