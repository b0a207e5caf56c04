package dev.sojourn.bench;

import dev.sojourn.kernel.spec.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `./build bench`: exit 0 when everything was measured and all answers agree, 1 when some differ,
/// 2 when the call makes no sense.
public final class Bench {

  private static final long SEED = 42;

  private final BenchOptions options;

  private Bench(BenchOptions options) {
    this.options = options;
  }

  /// Runs one benchmark; the report goes to stdout and into the folder.
  public static void main(String[] args) throws Exception {
    try {
      new Bench(BenchOptions.of(args)).run();
    } catch (RefusedException refused) {
      refused.problems().forEach(System.err::println);
      System.err.print(BenchOptions.USAGE);
      System.exit(2);
    } catch (DifferentAnswersException different) {
      System.err.println(different.getMessage());
      System.exit(1);
    }
  }

  private void run() throws Exception {
    Files.createDirectories(options.folder());
    double before = Stopwatch.load();
    Generated events =
        EventGenerator.generate(
            new EventGenerator.Settings(options.events(), options.types(), options.micros(), SEED));
    List<String> setting = setting(events);
    if (options.what().equals("folds")) {
      report(setting, before, FoldBench.run(events, options.runs(), options.folder()));
      return;
    }
    Path csv = options.folder().resolve("events.csv");
    setting.add(csv.getFileName() + ": SHA-256 " + ArrivalFile.write(events, csv));
    setting.add(String.format(Locale.ROOT, "%.1f MB, in order of time", Files.size(csv) / 1e6));
    if (options.what().equals("generate")) {
      setting.forEach(System.out::println);
      return;
    }
    report(
        setting,
        before,
        ImportBench.run(
            csv,
            events.events(),
            options.runs(),
            options.folder(),
            InstantSource.system(),
            new SecureRandom()));
  }

  private List<String> setting(Generated events) {
    List<String> setting = new ArrayList<>();
    setting.add(
        String.format(
            Locale.ROOT,
            "%,d events of %,d customers, %,d touchpoints, tick %s, seed %d",
            events.events(),
            events.customers(),
            events.names().size(),
            events.tick().name().toLowerCase(Locale.ROOT),
            SEED));
    setting.add(
        System.getProperty("java.vm.name")
            + " "
            + Runtime.version()
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores, commit "
            + System.getProperty("sojourn.commit", "unknown"));
    return setting;
  }

  private void report(List<String> setting, double before, List<BenchReport.Row> rows)
      throws IOException {
    setting.add(
        String.format(
            Locale.ROOT, "load of the machine %.1f before, %.1f after", before, Stopwatch.load()));
    BenchReport report =
        new BenchReport(
            options.what()
                + "-"
                + options.events()
                + "-"
                + options.types()
                + (options.micros() ? "-micros" : ""),
            setting,
            rows);
    report.write(options.folder());
    System.out.print(report.markdown());
  }
}
