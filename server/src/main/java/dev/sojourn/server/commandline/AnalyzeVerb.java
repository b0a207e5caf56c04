package dev.sojourn.server.commandline;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.analysis.UnknownNames;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.NearName;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.insight.Question;
import dev.sojourn.server.insight.Reading;
import dev.sojourn.server.insight.ResultWriter;
import dev.sojourn.server.insight.SpecReader;
import dev.sojourn.store.Contents;
import dev.sojourn.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
              problems.addAll(unknown(reading.spec(), workspace, all));
            }
            return JsonForm.object();
          });
    } catch (RefusedException directoryToo) {
      problems.addAll(directoryToo.problems());
    }
    return problems;
  }

  /// The names in a spec that the data does not have.
  private static List<Problem> unknown(Spec spec, Workspace workspace, Journeys all) {
    List<Problem> unknown = new ArrayList<>(UnknownNames.in(spec, all.vocabulary()));
    if (!spec.filter().properties().isEmpty()) {
      Set<String> known = workspace.propertyNames();
      for (String name : spec.filter().properties().keySet()) {
        if (!known.contains(name)) {
          unknown.add(
              new Problem(
                  "filter.events.properties." + name,
                  "no event has a property named '" + name + "'." + NearName.hint(name, known)));
        }
      }
    }
    return unknown;
  }

  private static ObjectNode answer(
      Question question, Workspace workspace, Progress progress, Surroundings surroundings)
      throws IOException {
    Instant begun = surroundings.clock().instant();
    Spec spec = question.spec();
    boolean needsView = !spec.filter().properties().isEmpty();
    try (Engine engine = new Engine(Runtime.getRuntime().availableProcessors());
        Journeys all = workspace.journeys(DataOptions.building(progress, surroundings))) {
      List<Problem> unknown = unknown(spec, workspace, all);
      if (!unknown.isEmpty()) {
        throw new RefusedException(unknown);
      }
      AnalysisResult result;
      if (needsView) {
        try (Journeys view =
            workspace.view(spec.filter(), DataOptions.building(progress, surroundings))) {
          result = engine.run(spec, view, surroundings.cancelled());
        }
      } else {
        result = engine.run(spec, all, surroundings.cancelled());
      }
      return ResultWriter.write(
          question,
          result,
          Contents.dataThrough(all),
          Duration.between(begun, surroundings.clock().instant()));
    }
  }
}
