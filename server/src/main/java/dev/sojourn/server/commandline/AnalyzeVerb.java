package dev.sojourn.server.commandline;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.insight.Analyst;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.insight.Question;
import dev.sojourn.server.insight.Reading;
import dev.sojourn.server.insight.SpecReader;
import dev.sojourn.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Answers a question over the journeys.
@Command(
    name = "analyze",
    header = "Answer a question over the journeys.",
    footer = {
      "",
      "A question is a JSON object such as {\"analysis\":\"summary\"}; the analyses are summary, funnel,",
      "flow, variants, sessions, dwell and alignment. docs/reference/command-line.md shows them all."
    })
final class AnalyzeVerb implements Verb {

  @Parameters(
      paramLabel = "SPEC.json|-",
      arity = "0..1",
      description = "the file with the question, or - to read it from the standard input")
  private @Nullable String spec;

  @Mixin private DataOptions data = new DataOptions();

  private final JsonInput input = new JsonInput("SPEC", "the spec");

  @Override
  public void check(Problems problems) {
    data.check(problems);
    input.check(spec, problems);
  }

  @Override
  public @Nullable Path data() {
    return data.directory();
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    SpecReader reader = new SpecReader(MapVerb::plan);
    Reading reading = reader.readAsFarAsPossible(input.read(surroundings));
    if (!reading.problems().isEmpty()) {
      throw new RefusedException(everyProblem(reading, surroundings));
    }
    Question question = reading.question();
    return data.work(
        surroundings, (workspace, progress) -> answer(question, workspace, progress, surroundings));
  }

  /// The faults of the spec on its own, then those that only the data show. A directory that does
  /// not exist is not made for a question that cannot be asked.
  private List<Problem> everyProblem(Reading reading, Surroundings surroundings)
      throws IOException {
    List<Problem> problems = new ArrayList<>(reading.problems());
    Path directory = data.directory();
    if (directory == null || !Files.isDirectory(directory)) {
      return problems;
    }
    try {
      data.work(
          surroundings,
          (workspace, progress) -> {
            try (Journeys all = workspace.journeys(DataOptions.building(progress, surroundings))) {
              problems.addAll(Analyst.unknown(reading.spec(), workspace, all));
            }
            return JsonForm.object();
          });
    } catch (RefusedException directoryToo) {
      problems.addAll(directoryToo.problems());
    }
    return problems;
  }

  private static ObjectNode answer(
      Question question, Workspace workspace, Progress progress, Surroundings surroundings)
      throws IOException {
    try (Engine engine = new Engine(Runtime.getRuntime().availableProcessors())) {
      return new Analyst(engine, surroundings.clock())
          .answer(
              question,
              workspace,
              DataOptions.building(progress, surroundings),
              surroundings.cancelled());
    }
  }
}
