package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Touchpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Says which number settles a claim, or why none can. Immutable.
final class ClaimMeasures {

  private final MapGround ground;
  private final Journeys journeys;
  private final Answers answers;

  ClaimMeasures(MapGround ground, Journeys journeys, Answers answers) {
    this.ground = ground;
    this.journeys = journeys;
    this.answers = answers;
  }

  /// How a claim is measured.
  ///
  /// @param measure reads it off journeys; null when it does not
  /// @param feeling reads it off answers; null when it does not
  /// @param why why it cannot be measured; empty when it can
  record Way(@Nullable Measure measure, @Nullable FeelingMean feeling, String why) {
    static Way not(String why) {
      return new Way(null, null, why);
    }

    static Way by(Measure measure) {
      return new Way(measure, null, "");
    }

    /// The number, once all journeys have been read; null when nothing measures it.
    @Nullable Measured number() {
      if (measure != null) {
        return measure.number();
      }
      return feeling == null ? null : feeling.number();
    }
  }

  Way of(Claim claim) {
    int[] places = ground.touchpointsOf(claim.element());
    return switch (claim.claimType()) {
      case SENTIMENT -> {
        Answers.Asked asked = answers.about(claim.element());
        yield new Way(null, asked.mean(), asked.why());
      }
      case METRIC_THRESHOLD ->
          Way.not("No metric is bound to this claim; readings of one would show it.");
      case ROLE_PRESENT ->
          Way.not("Events do not say which role in the buying group a person has.");
      case OCCURS, ORDER, CHANNEL_SHARE, DURATION, DROP_OFF, VOLUME, REPEAT_CONTACT ->
          places.length == 0 ? unseen(claim.element()) : seen(claim, places);
    };
  }

  private Way unseen(UUID element) {
    boolean byProperty =
        ground.map().touchpoints().stream()
            .filter(t -> t.id().equals(element))
            .map(Touchpoint::binding)
            .anyMatch(b -> b != null && !b.where().isEmpty());
    String name = "'" + ground.name(element) + "'";
    return Way.not(
        byProperty
            ? name + " is told apart by properties, which were not read here."
            : "No event is bound to " + name + ", so events cannot show it.");
  }

  private Way seen(Claim claim, int[] places) {
    UUID second = claim.other();
    int[] other = second == null ? new int[0] : ground.touchpointsOf(second);
    if (second != null && other.length == 0) {
      return unseen(second);
    }
    return switch (claim.claimType()) {
      case OCCURS -> Way.by(new Measure.Occurs(places, other));
      case ORDER ->
          second == null
              ? Way.not("An order is about two elements, and this claim names one.")
              : Way.by(new Measure.Order(places, other));
      case DROP_OFF ->
          second == null ? Way.by(new Measure.DropOff(places)) : excess(second, places, other);
      case VOLUME -> Way.by(new Measure.Volume(places));
      case REPEAT_CONTACT -> Way.by(new Measure.Repeat(places));
      case DURATION ->
          journeys.dataThrough() == JourneyBlock.UNTIMED
              ? Way.not("The events have no times, so nothing lasts.")
              : Way.by(new Measure.Duration(places, other, journeys.tick()));
      case CHANNEL_SHARE -> channelShare(claim, places, other);
      case SENTIMENT, METRIC_THRESHOLD, ROLE_PRESENT ->
          throw new IllegalArgumentException(claim.claimType() + " is not seen in events");
    };
  }

  /// What is held against an element is the rest of the other one.
  private Way excess(UUID whole, int[] places, int[] all) {
    int[] others =
        Arrays.stream(all).filter(t -> Arrays.stream(places).noneMatch(p -> p == t)).toArray();
    String name = "'" + ground.name(whole) + "'";
    if (others.length == 0) {
      return Way.not(
          "Nothing else of "
              + name
              + " is bound to events, so there is nothing to compare leaving with.");
    }
    List<Stage> stages = ground.map().stages();
    if (!stages.isEmpty() && stages.getLast().id().equals(whole)) {
      return Way.not("Journeys end in " + name + " anyway, so that customers leave shows nothing.");
    }
    return Way.by(new Measure.DropOffExcess(places, others));
  }

  /// The channel is that of the touchpoint; with a second element the contacts there count.
  private Way channelShare(Claim claim, int[] places, int[] other) {
    Optional<ChannelKind> channel =
        ground.map().touchpoint(claim.element()).flatMap(t -> Optional.ofNullable(t.channel()));
    if (channel.isEmpty()) {
      return Way.not("'" + ground.name(claim.element()) + "' has no channel on the map.");
    }
    Vocabulary vocabulary = journeys.vocabulary();
    boolean[] through = new boolean[vocabulary.size()];
    boolean anyChannel = false;
    for (int code = 0; code < through.length; code++) {
      String name = vocabulary.channel(code);
      anyChannel |= name != null;
      through[code] = name != null && ChannelKind.named(name).equals(channel);
    }
    if (!anyChannel) {
      return Way.not("The events do not say through which channel they came.");
    }
    IntPredicate isThrough = code -> through[code];
    return Way.by(new Measure.ChannelShare(other.length == 0 ? places : other, isThrough));
  }
}
