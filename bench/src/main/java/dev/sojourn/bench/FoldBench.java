package dev.sojourn.bench;

import dev.sojourn.bench.Stopwatch.Entrant;
import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.Spec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Flow with exact medians and a windowed funnel, through the public engine and through SQL.
final class FoldBench {

  private static final int PARTS = 16;
  private static final int PEER_THREADS = 2;

  /// On one thread and on two.
  private static final int OURS = 2;

  private final Generated events;
  private final JourneyTable table;

  private FoldBench(Generated events) {
    this.events = events;
    table = events.table().inParts(PARTS);
  }

  /// Measures and compares.
  ///
  /// @param folder where the peer keeps its data
  /// @throws DifferentAnswersException when an answer differs; nothing is measured then
  static List<BenchReport.Row> run(Generated events, int runs, Path folder) throws Exception {
    return new FoldBench(events).run(runs, folder);
  }

  private List<BenchReport.Row> run(int runs, Path folder) throws Exception {
    List<BenchReport.Row> rows = new ArrayList<>();
    try (WorkFolder data = WorkFolder.in(folder);
        DuckDb peer = DuckDb.open(data.path().resolve("peer.duckdb"), PEER_THREADS);
        Engine one = new Engine(1);
        Engine two = new Engine(2)) {
      peer.load(events);
      Spec.Funnel funnel = FoldQuestions.funnel(events);
      String funnelSql = FoldQuestions.funnelSql(events);
      String flowSql = FoldQuestions.flowStreamingSql();
      String cleanSql = FoldQuestions.flowCleanSql();
      Answers.compare("the funnel", funnelOf(one), peer.rows(funnelSql));
      Answers.compare(
          "the flow", flowOf(one), FoldQuestions.comparable(peer.rows(flowSql), events));
      Answers.compare(
          "the clean form of the flow",
          flowOf(two),
          FoldQuestions.comparable(peer.rows(cleanSql), events));
      rows.addAll(
          measure(
              "funnel, 5 steps, 7 days",
              runs,
              new Entrant("sojourn, 1 thread", () -> one.run(funnel, table)),
              new Entrant("sojourn, 2 threads", () -> two.run(funnel, table)),
              new Entrant("DuckDB, ASOF joins", () -> peer.rows(funnelSql))));
      rows.addAll(
          measure(
              "flow, exact median",
              runs,
              new Entrant("sojourn, 1 thread", () -> one.run(FoldQuestions.flow(), table)),
              new Entrant("sojourn, 2 threads", () -> two.run(FoldQuestions.flow(), table)),
              new Entrant("DuckDB, LAG over the order of the table", () -> peer.rows(flowSql)),
              new Entrant("DuckDB, LAG by customer", () -> peer.rows(cleanSql))));
    }
    return rows;
  }

  private List<String> funnelOf(Engine engine) {
    return FoldQuestions.text(
        (AnalysisResult.Funnel) engine.run(FoldQuestions.funnel(events), table));
  }

  private List<String> flowOf(Engine engine) {
    return FoldQuestions.text((AnalysisResult.Flow) engine.run(FoldQuestions.flow(), table));
  }

  /// The first entrant is the one that the peers are compared with; two are ours.
  private List<BenchReport.Row> measure(String question, int runs, Entrant... entrants)
      throws Exception {
    List<Measured> measured = Stopwatch.inTurn(List.of(entrants), runs);
    List<BenchReport.Row> rows = new ArrayList<>();
    for (int e = 0; e < entrants.length; e++) {
      double ratio = measured.get(e).medianCpu() / measured.getFirst().medianCpu();
      boolean peer = e >= OURS;
      rows.add(
          new BenchReport.Row(
              question,
              entrants[e].name(),
              events.events(),
              measured.get(e),
              peer ? ratio : 0,
              peer ? "answers equal" : ""));
    }
    return rows;
  }
}
