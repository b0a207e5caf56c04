package dev.sojourn.server.insight;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.analysis.UnknownNames;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.NearName;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import dev.sojourn.store.Contents;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/// Answers questions over the events of a workspace, the same way for every surface. Thread-safe.
public final class Analyst {

  private final Engine engine;
  private final InstantSource clock;

  /// @param clock tells how long an answer took
  public Analyst(Engine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /// Answers a question.
  ///
  /// @param building hears of journeys that have to be put in order first
  /// @throws RefusedException when it names what the data do not have
  public ObjectNode answer(
      Question question, Workspace workspace, BuildProgress building, BooleanSupplier cancelled)
      throws IOException {
    try (Journeys all = workspace.journeys(building)) {
      return answer(question, workspace, all, building, cancelled);
    }
  }

  /// Answers a question over a snapshot of the workspace.
  ///
  /// @throws RefusedException when it names what the data do not have
  public ObjectNode answer(
      Question question,
      Workspace workspace,
      Journeys all,
      BuildProgress building,
      BooleanSupplier cancelled)
      throws IOException {
    Instant begun = clock.instant();
    Spec spec = question.spec();
    refuse(unknown(spec, workspace, all));
    AnalysisResult result =
        seen(spec, workspace, all, building, seen -> engine.run(spec, seen, cancelled));
    return ResultWriter.write(
        question, result, Contents.dataThrough(all), Duration.between(begun, clock.instant()));
  }

  /// Lists who is inside a count of an answer.
  ///
  /// @throws RefusedException when spec or count name what the data do not have
  public Inside inside(
      Spec spec,
      Count count,
      UnitPage page,
      Workspace workspace,
      BuildProgress building,
      BooleanSupplier cancelled)
      throws IOException {
    try (Journeys all = workspace.journeys(building)) {
      List<Problem> problems = new ArrayList<>(unknown(spec, workspace, all));
      problems.addAll(unknown(count, all.vocabulary()));
      refuse(problems);
      return seen(
          spec,
          workspace,
          all,
          building,
          seen -> engine.inside(spec, count, page, seen, cancelled));
    }
  }

  /// What is to be done with the journeys that a question sees.
  private interface Over<T> {
    T run(Journeys journeys);
  }

  private static <T> T seen(
      Spec spec, Workspace workspace, Journeys all, BuildProgress building, Over<T> over)
      throws IOException {
    if (spec.filter().properties().isEmpty()) {
      return over.run(all);
    }
    try (Journeys view = workspace.view(spec.filter(), building)) {
      return over.run(view);
    }
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  /// The names in a spec that the data do not have.
  public static List<Problem> unknown(Spec spec, Workspace workspace, Journeys all) {
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

  private static List<Problem> unknown(Count count, Vocabulary vocabulary) {
    Map<String, List<String>> named =
        switch (count) {
          case Count.Edge c -> Map.of("count.from", List.of(c.from()), "count.to", List.of(c.to()));
          case Count.Start c -> Map.of("count.touchpoint", List.of(c.touchpoint()));
          case Count.End c -> Map.of("count.touchpoint", List.of(c.touchpoint()));
          case Count.Variant c -> Map.of("count.path", c.path());
          case Count.Touchpoint c -> Map.of("count.names", c.names());
          case Count.PathNode c -> Map.of("count.names", c.at().names());
          case Count.PathLink c ->
              Map.of("count.from.names", c.from().names(), "count.to.names", c.to().names());
          case Count.FunnelStep _, Count.All _ -> Map.of();
        };
    Set<String> known = new TreeSet<>();
    for (int code = 0; code < vocabulary.size(); code++) {
      known.add(vocabulary.name(code));
    }
    List<Problem> unknown = new ArrayList<>();
    named.forEach((field, names) ->
        names.stream()
            .filter(name -> !known.contains(name))
            .forEach(name ->
                unknown.add(
                    new Problem(
                        field,
                        "the data has no event named '"
                            + name
                            + "'."
                            + NearName.hint(name, known)))));
    return unknown;
  }
}
