package dev.sojourn.server.insight.internal;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import dev.sojourn.server.insight.Analyst;
import dev.sojourn.server.insight.Insights;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.insight.Question;
import dev.sojourn.server.insight.Reading;
import dev.sojourn.server.insight.SpecReader;
import dev.sojourn.server.platform.BusyException;
import dev.sojourn.server.workspace.EventsChanged;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Contents;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

@Component
class SharedInsights implements Insights {

  /// Questions that are worked on at once: each needs memory of its own.
  private static final int AT_ONCE = 4;

  private static final int WAIT_SECONDS = 30;
  private static final long KEPT_BYTES = 32L << 20;

  private final Workspaces workspaces;
  private final Analyst analyst;
  private final Engine engine;
  private final SpecReader reader;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final KeptAnswers kept = new KeptAnswers(KEPT_BYTES);
  private final Map<String, KeptVocabulary> vocabularies = new ConcurrentHashMap<>();

  private record KeptVocabulary(long generation, Vocabulary vocabulary) {}

  SharedInsights(Workspaces workspaces, Analyst analyst, Engine engine, SpecReader reader) {
    this.workspaces = workspaces;
    this.analyst = analyst;
    this.engine = engine;
    this.reader = reader;
  }

  @EventListener
  void changed(EventsChanged event) {
    kept.forget(event.workspace());
    vocabularies.remove(event.workspace());
  }

  @Override
  public Question question(ObjectNode json) {
    return reader.read(json);
  }

  @Override
  public byte[] answer(String workspace, byte[] json, BooleanSupplier cancelled) {
    Workspace asked = workspaces.require(workspace);
    Reading reading = reader.readAsFarAsPossible(JsonForm.readObject("the spec", json));
    return inTurn(
        cancelled,
        () -> {
          BuildProgress building = building(cancelled);
          try (Journeys all = asked.journeys(building)) {
            List<Problem> problems = new ArrayList<>(reading.problems());
            if (!problems.isEmpty()) {
              problems.addAll(Analyst.unknown(reading.spec(), asked, all));
              throw new RefusedException(problems);
            }
            Question question = reading.question();
            OptionalLong generation = Workspace.generation(all);
            KeptAnswers.Key key =
                new KeptAnswers.Key(
                    workspace, generation.orElse(-1), JsonForm.line(question.resolved()));
            byte[] before = kept.get(key);
            if (before != null) {
              return before;
            }
            byte[] answer =
                JsonForm.line(analyst.answer(question, asked, all, building, cancelled))
                    .getBytes(StandardCharsets.UTF_8);
            if (generation.isPresent()) {
              kept.put(key, answer);
            }
            return answer;
          }
        });
  }

  @Override
  public Inside inside(
      String workspace, Spec spec, Count count, UnitPage page, BooleanSupplier cancelled) {
    Workspace asked = workspaces.require(workspace);
    return inTurn(
        cancelled, () -> analyst.inside(spec, count, page, asked, building(cancelled), cancelled));
  }

  @Override
  public Vocabulary vocabulary(String workspace) {
    Workspace asked = workspaces.require(workspace);
    return inTurn(
        () -> false,
        () -> {
          try (Journeys all = asked.journeys(BuildProgress.NONE)) {
            OptionalLong generation = Workspace.generation(all);
            KeptVocabulary before = vocabularies.get(workspace);
            if (before != null
                && generation.isPresent()
                && before.generation() == generation.getAsLong()) {
              return before.vocabulary();
            }
            Vocabulary found =
                new Vocabulary(
                    engine.vocabulary(all, () -> false),
                    List.copyOf(asked.propertyNames()),
                    Contents.dataThrough(all));
            if (generation.isPresent()) {
              vocabularies.put(workspace, new KeptVocabulary(generation.getAsLong(), found));
            }
            return found;
          }
        });
  }

  private static BuildProgress building(BooleanSupplier cancelled) {
    return (done, total) -> !cancelled.getAsBoolean();
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T inTurn(BooleanSupplier cancelled, Work<T> work) {
    await(cancelled);
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      turns.release();
    }
  }

  private void await(BooleanSupplier cancelled) {
    try {
      for (int second = 0; second < WAIT_SECONDS; second++) {
        if (turns.tryAcquire(1, TimeUnit.SECONDS)) {
          return;
        }
        if (cancelled.getAsBoolean()) {
          throw new CancelledException();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    throw new BusyException(
        "Other questions are being worked on, as many as this machine can take. Try again soon.",
        5);
  }
}
