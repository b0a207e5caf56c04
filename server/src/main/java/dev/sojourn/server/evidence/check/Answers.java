package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.map.model.Touchpoint.Feedback;
import dev.sojourn.map.model.Touchpoint.PropertyMatch;
import dev.sojourn.server.evidence.walk.Walk;
import dev.sojourn.server.evidence.walk.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How customers say it was, read from the scores in their answers. For one thread.
final class Answers {

  private final MapGround ground;
  private final Vocabulary vocabulary;
  private final List<FeelingMean> asked = new ArrayList<>();

  Answers(MapGround ground, Vocabulary vocabulary) {
    this.ground = ground;
    this.vocabulary = vocabulary;
  }

  /// A mean that will be there when the journeys have been read, or why there can be none.
  ///
  /// @param why empty when there is a mean
  record Asked(@Nullable FeelingMean mean, String why) {}

  /// Asks how an element was: an emotion point stands for its step and its persona.
  Asked about(UUID element) {
    JourneyMap map = ground.map();
    Optional<EmotionPoint> point =
        map.emotions().stream().filter(e -> e.id().equals(element)).findFirst();
    List<PropertyMatch> like = List.of();
    UUID persona = point.map(EmotionPoint::persona).orElse(null);
    if (persona != null) {
      Optional<Persona> whose =
          map.personas().stream().filter(p -> p.id().equals(persona)).findFirst();
      Persona.Segment segment = whose.map(Persona::segment).orElse(null);
      if (segment == null) {
        return new Asked(
            null,
            "Nothing says which customers are like "
                + whose.map(Persona::name).orElse("this persona")
                + "; give the persona a segment.");
      }
      like = segment.where();
    }
    UUID place = point.map(EmotionPoint::step).orElse(element);
    String name = "'" + ground.name(place) + "'";
    List<Touchpoint> scored = ground.scoredAt(place);
    if (scored.isEmpty()) {
      return new Asked(
          null, "Nobody is asked about " + name + "; bind the answers of a survey to it.");
    }
    List<PropertyMatch> conditions = like;
    boolean told =
        scored.stream()
            .map(Touchpoint::feedback)
            .allMatch(f ->
                f != null
                    && f.events().stream()
                        .allMatch(e -> vocabulary.toldApart().tells(e, f.score(), List.of()))
                    && PropertyBindings.areTold(vocabulary, f.events(), f.where())
                    && PropertyBindings.areTold(vocabulary, f.events(), conditions));
    if (!told) {
      return new Asked(
          null, "The answers about " + name + " lie in properties, which were not read here.");
    }
    FeelingMean mean = new FeelingMean(scores(scored, conditions));
    asked.add(mean);
    return new Asked(mean, "");
  }

  /// The score of each code in thousandths from -5,000 to 5,000, or [FeelingMean#NONE].
  private int[] scores(List<Touchpoint> scored, List<PropertyMatch> like) {
    int[] scores = new int[vocabulary.size()];
    Arrays.fill(scores, FeelingMean.NONE);
    for (int code = 0; code < scores.length; code++) {
      for (Touchpoint touchpoint : scored) {
        Feedback feedback = touchpoint.feedback();
        if (feedback != null
            && scores[code] == FeelingMean.NONE
            && feedback.events().contains(vocabulary.name(code))
            && PropertyBindings.hold(feedback.where(), vocabulary.properties(code))
            && PropertyBindings.hold(like, vocabulary.properties(code))) {
          scores[code] = score(feedback, vocabulary.properties(code).get(feedback.score()));
        }
      }
    }
    return scores;
  }

  private static int score(Feedback feedback, @Nullable String text) {
    if (text == null) {
      return FeelingMean.NONE;
    }
    double value;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException notANumber) {
      return FeelingMean.NONE;
    }
    double of = (value - feedback.worst()) / (feedback.best() - feedback.worst());
    // What lies outside the scale is no score.
    return of >= 0 && of <= 1 ? (int) StrictMath.rint(of * 10_000 - 5_000) : FeelingMean.NONE;
  }

  /// Reads the journeys; after this every mean that was asked for is there.
  void read(Journeys journeys, Watch watch) {
    if (asked.isEmpty()) {
      return;
    }
    int[] byCode = new int[vocabulary.size()];
    for (int code = 0; code < byCode.length; code++) {
      int of = code;
      byCode[code] = asked.stream().anyMatch(mean -> mean.scores(of)) ? 0 : -1;
    }
    Walk.over(
        journeys,
        byCode,
        1,
        "Reading answers",
        watch,
        passage -> asked.forEach(mean -> mean.read(passage)));
  }

  /// The feeling at each step about which somebody is asked, in the order of the map.
  List<Reality.Feeling> feelings(List<StepMean> means) {
    return means.stream()
        .map(step -> {
          Measured.Mean mean = step.mean().number();
          boolean enough = mean.n() >= Judgement.LEAST_UNITS;
          return new Reality.Feeling(
              step.step(),
              mean.n(),
              enough ? null : Long.valueOf(Judgement.LEAST_UNITS),
              enough ? Double.valueOf(mean.mean()) : null,
              enough ? Double.valueOf(mean.low()) : null,
              enough ? Double.valueOf(mean.high()) : null);
        })
        .toList();
  }

  /// The feeling at a step, once the journeys have been read.
  record StepMean(UUID step, FeelingMean mean) {}

  /// Asks how every step was about which somebody is asked.
  List<StepMean> aboutSteps() {
    List<StepMean> means = new ArrayList<>();
    for (Step step : ground.map().steps()) {
      FeelingMean mean = ground.scoredAt(step.id()).isEmpty() ? null : about(step.id()).mean();
      if (mean != null) {
        means.add(new StepMean(step.id(), mean));
      }
    }
    return means;
  }
}
