package dev.sojourn.bench;

import dev.sojourn.kernel.spec.Problems;
import java.nio.file.Path;
import java.util.List;

/// What to run.
///
/// @param what `import`, `folds` or `generate`
/// @param events how many events
/// @param types how many touchpoints, a multiple of 40
/// @param micros whether times have microseconds
/// @param runs measured runs of each entrant
/// @param folder where data and reports go
record BenchOptions(String what, int events, int types, boolean micros, int runs, Path folder) {

  /// How to call it.
  static final String USAGE =
      """
      ./build bench import|folds|generate [--events N] [--types T] [--micros] [--runs R] [--out DIR]
        import     CSV to journeys, beside DuckDB
        folds      flow and funnel, beside DuckDB
        generate   only writes the CSV
        --events   1000000 unless told otherwise
        --types    touchpoints: 40 unless told otherwise, or 240, 1000, any multiple of 40
        --micros   times with microseconds
        --runs     measured runs: 11 for folds, 3 for imports
        --out      target/bench unless told otherwise
      """;

  private static final List<String> ALL = List.of("import", "folds", "generate");

  /// @throws dev.sojourn.kernel.spec.RefusedException with all problems
  static BenchOptions of(String... args) {
    Problems problems = new Problems();
    String what = args.length == 0 ? "" : args[0];
    if (!ALL.contains(what)) {
      problems.notOneOf("bench", what, ALL);
    }
    int events = 1_000_000;
    int types = 40;
    int runs = what.equals("import") ? 3 : 11;
    boolean micros = false;
    Path folder = Path.of("target", "bench");
    for (int i = 1; i < args.length; i++) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--micros" -> micros = true;
        case "--events" -> {
          events = number(args[i++], value, problems);
        }
        case "--types" -> {
          types = number(args[i++], value, problems);
        }
        case "--runs" -> {
          runs = number(args[i++], value, problems);
        }
        case "--out" -> {
          folder = Path.of(value);
          i++;
        }
        default -> problems.add(args[i], "is not an option of the benchmark.");
      }
    }
    if (types % 40 != 0 || types > 65_000) {
      problems.add("--types", types + " is not a multiple of 40 below 65,000.");
    }
    problems.refuse();
    return new BenchOptions(what, events, types, micros, runs, folder.toAbsolutePath());
  }

  private static int number(String option, String value, Problems problems) {
    if (value.matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(value);
    }
    problems.add(option, "'" + value + "' is not a whole number from 1 to 999999999.");
    return 40;
  }
}
