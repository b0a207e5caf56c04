package dev.sojourn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sojourn.bench.EventGenerator.Settings;
import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.result.AnalysisResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQL as an independent judge of the engine: what is compared in a benchmark is equal here too.
class FoldQuestionsTest {

  @TempDir Path folder;

  @Test
  void sqlAndEngineAgreeInMilliseconds() throws Exception {
    agree(EventGenerator.generate(new Settings(20_000, 40, false, 42)));
  }

  @Test
  void sqlAndEngineAgreeInMicroseconds() throws Exception {
    agree(EventGenerator.generate(new Settings(20_000, 240, true, 7)));
  }

  private void agree(Generated events) throws Exception {
    try (DuckDb peer = DuckDb.open(folder.resolve("peer.duckdb"), 1);
        Engine engine = new Engine(1)) {
      peer.load(events);
      AnalysisResult funnel = engine.run(FoldQuestions.funnel(events), events.table());
      assertEquals(
          peer.rows(FoldQuestions.funnelSql(events)),
          FoldQuestions.text((AnalysisResult.Funnel) funnel));
      AnalysisResult flow = engine.run(FoldQuestions.flow(), events.table());
      List<String> ours = FoldQuestions.text((AnalysisResult.Flow) flow);
      assertEquals(FoldQuestions.comparable(peer.rows(FoldQuestions.flowCleanSql()), events), ours);
      assertEquals(
          FoldQuestions.comparable(peer.rows(FoldQuestions.flowStreamingSql()), events), ours);
    }
  }

  @Test
  void aDifferenceIsNamed() {
    DifferentAnswersException different =
        assertThrows(
            DifferentAnswersException.class,
            () -> Answers.compare("this", List.of("1", "2"), List.of("1", "3", "4")));
    assertEquals(
        "The answers to this differ in row 2: we say '2', the peer says '3'.",
        different.getMessage());
  }
}
