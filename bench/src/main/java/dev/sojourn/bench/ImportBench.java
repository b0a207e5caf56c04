package dev.sojourn.bench;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.store.ImportProgress;
import dev.sojourn.store.ImportReport;
import dev.sojourn.store.Installation;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// From a CSV file to data that can be asked about: ours into log and journeys, the peer's into a
/// table sorted by customer and time. Both are on disk when they are done.
final class ImportBench {

  private static final int PEER_THREADS = 2;

  private final Path csv;
  private final Path folder;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final long events;

  private ImportBench(
      Path csv, Path folder, InstantSource clock, RandomGenerator random, long events) {
    this.csv = csv;
    this.folder = folder;
    this.clock = clock;
    this.random = random;
    this.events = events;
  }

  /// Measures and compares. The first run of each pays for compiling and is shown apart.
  ///
  /// @param csv what [ArrivalFile] wrote
  /// @param folder where both keep their data; what they made is removed after each run
  /// @throws DifferentAnswersException when rows or customers differ
  static List<BenchReport.Row> run(
      Path csv, long events, int runs, Path folder, InstantSource clock, RandomGenerator random)
      throws Exception {
    return new ImportBench(csv, folder, clock, random, events).run(runs);
  }

  private List<BenchReport.Row> run(int runs) throws Exception {
    // Both write with the same native library; unpacking it is nobody's work.
    peer();
    Measured ourFirst = null;
    Measured theirFirst = null;
    double[][] cpu = new double[2][runs];
    double[][] wall = new double[2][runs];
    for (int run = 0; run <= runs; run++) {
      List<String> counts = new ArrayList<>();
      List<String> theirs = new ArrayList<>();
      Measured our = Stopwatch.once(() -> counts.addAll(ours()));
      Measured their = Stopwatch.once(() -> theirs.addAll(peer()));
      Answers.compare("how many rows and customers there are", counts, theirs);
      if (run == 0) {
        ourFirst = our;
        theirFirst = their;
      } else {
        cpu[0][run - 1] = our.cpu()[0];
        wall[0][run - 1] = our.wall()[0];
        cpu[1][run - 1] = their.cpu()[0];
        wall[1][run - 1] = their.wall()[0];
      }
    }
    if (ourFirst == null || theirFirst == null) {
      throw new IllegalStateException("There was no run.");
    }
    List<BenchReport.Row> rows = new ArrayList<>();
    rows.addAll(pair("import, first run in a new process", ourFirst, theirFirst));
    rows.addAll(pair("import, warm", new Measured(cpu[0], wall[0]), new Measured(cpu[1], wall[1])));
    return rows;
  }

  private List<BenchReport.Row> pair(String question, Measured our, Measured their) {
    return List.of(
        new BenchReport.Row(question, "sojourn", events, our, 0, "log and journeys, all columns"),
        new BenchReport.Row(
            question,
            "DuckDB",
            events,
            their,
            their.medianCpu() / our.medianCpu(),
            "read_csv, ORDER BY, checkpoint; counts equal"));
  }

  /// Rows and customers after our import.
  private List<String> ours() throws IOException {
    try (WorkFolder data = WorkFolder.in(folder);
        Installation installation = Installation.open(data.path(), clock, random)) {
      Workspace workspace = installation.workspace(Installation.DEFAULT_WORKSPACE);
      ImportReport report =
          workspace.importFiles(
              List.of(csv),
              ImportOptions.defaults().withRoles("customer", "touchpoint", "ts"),
              ImportProgress.NONE);
      try (Journeys journeys = workspace.journeys(BuildProgress.NONE)) {
        return List.of(
            Long.toString(report.sum(ImportReport.FileReport::stored)),
            Long.toString(journeys.events()),
            Long.toString(journeys.units()));
      }
    }
  }

  /// Rows and customers after the peer's import. It is told the types; we have to find them.
  private List<String> peer() throws IOException, SQLException {
    try (WorkFolder data = WorkFolder.in(folder);
        DuckDb peer = DuckDb.open(data.path().resolve("peer.duckdb"), PEER_THREADS)) {
      peer.execute(
          "create table t as select * from read_csv('"
              + csv
              + "', header=true, columns={'customer':'INTEGER','ts':'BIGINT','touchpoint':'VARCHAR',"
              + "'country':'VARCHAR','device':'VARCHAR','value':'INTEGER'}) order by customer, ts");
      peer.execute("checkpoint");
      String rows = peer.rows("select count(*)::varchar from t").getFirst();
      String customers = peer.rows("select count(distinct customer)::varchar from t").getFirst();
      return List.of(rows, rows, customers);
    }
  }
}
