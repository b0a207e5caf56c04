package dev.sojourn.server.home.internal;

import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.map.model.Touchpoint.Observability;
import dev.sojourn.server.home.HomeAnswers.Kind;
import dev.sojourn.server.home.HomeAnswers.Line;
import dev.sojourn.server.jobs.Job;
import dev.sojourn.server.jobs.JobKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is due: reviews, data that has grown old, checks that failed, touchpoints that nothing is
/// bound to or that were never seen.
final class Dues {

  private static final int MOST = 8;
  private static final int NAMED = 3;
  private static final int DAYS_AHEAD = 30;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Instant now;
  private final boolean hasEvents;
  private final List<Line> lines = new ArrayList<>();

  private Dues(Instant now, boolean hasEvents) {
    this.now = now;
    this.hasEvents = hasEvents;
  }

  /// @param hasEvents whether the workspace has any: without them nothing can be bound
  static List<Line> of(Collection<MapNow> maps, List<Job> jobs, Instant now, boolean hasEvents) {
    Dues dues = new Dues(now, hasEvents);
    dues.failed(jobs);
    for (MapNow map : maps) {
      dues.review(map);
      dues.bindings(map);
    }
    dues.lines.sort(
        Comparator.comparing(Line::at, Comparator.nullsLast(Comparator.naturalOrder())));
    return dues.lines.stream().limit(MOST).toList();
  }

  private void review(MapNow map) {
    int months = map.stored().map().reviewEveryMonths();
    Instant changed = map.stored().updatedAt();
    Instant due = later(changed, months);
    boolean asked = map.stored().map().status() == JourneyMap.Status.NEEDS_REVIEW;
    if (asked || due.isBefore(now.plus(DAYS_AHEAD, ChronoUnit.DAYS))) {
      add(
          Kind.REVIEW,
          map,
          map.place().title(),
          "Review; last changed " + DAY.format(changed),
          null,
          asked ? now : due);
      return;
    }
    Reality reality = map.laidOver().reality();
    Instant end = reality == null ? null : reality.to();
    if (end != null && later(end, months).isBefore(now)) {
      add(
          Kind.STALE,
          map,
          map.place().title(),
          "Its newest data is of " + DAY.format(end.minusNanos(1)) + "; import newer events.",
          EvidenceLevel.STALE,
          later(end, months));
    }
  }

  private static Instant later(Instant from, int months) {
    return LocalDate.ofInstant(from, ZoneOffset.UTC)
        .plusMonths(months)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private void bindings(MapNow map) {
    if (!hasEvents) {
      return;
    }
    List<Touchpoint> unbound =
        map.stored().map().touchpoints().stream()
            .filter(t -> t.binding() == null)
            .filter(t ->
                t.observability() == Observability.EVENTS
                    || t.observability() == Observability.UNKNOWN)
            .toList();
    if (!unbound.isEmpty()) {
      add(
          Kind.UNBOUND,
          map,
          unbound.size() == 1
              ? "One touchpoint is bound to no event"
              : unbound.size() + " touchpoints are bound to no event",
          names(unbound),
          EvidenceLevel.ASSUMED,
          null,
          unbound);
    }
    Reality reality = map.laidOver().reality();
    if (reality == null) {
      return;
    }
    Set<java.util.UUID> never = new HashSet<>();
    reality.touchpoints().stream()
        .filter(count -> count.customers() == 0)
        .forEach(count -> never.add(count.touchpoint()));
    List<Touchpoint> unseen =
        map.stored().map().touchpoints().stream()
            .filter(t -> t.binding() != null && never.contains(t.id()))
            .toList();
    if (!unseen.isEmpty()) {
      add(
          Kind.NOT_SEEN,
          map,
          unseen.size() == 1
              ? "One touchpoint was never seen"
              : unseen.size() + " touchpoints were never seen",
          names(unseen) + ": no event matches the binding",
          EvidenceLevel.CONTRADICTED,
          null,
          unseen);
    }
  }

  private static String names(List<Touchpoint> touchpoints) {
    String names =
        touchpoints.stream().limit(NAMED).map(Touchpoint::name).collect(Collectors.joining(", "));
    return touchpoints.size() > NAMED
        ? names + " and " + (touchpoints.size() - NAMED) + " more"
        : names;
  }

  /// Checks and drafts that failed, unless the same was done since.
  private void failed(List<Job> newestFirst) {
    Set<String> told = new HashSet<>();
    for (Job job : newestFirst) {
      if ((job.kind() == JobKind.CHECK || job.kind() == JobKind.DRAFT)
          && told.add(job.title())
          && job.state() == Job.State.FAILED) {
        lines.add(
            new Line(
                Kind.FAILED_CHECK,
                job.title() + " failed",
                job.sentence(),
                null,
                null,
                null,
                "maps",
                null,
                null,
                job.endedAt()));
      }
    }
  }

  private void add(
      Kind kind,
      MapNow map,
      String title,
      String detail,
      @Nullable EvidenceLevel level,
      @Nullable Instant at) {
    lines.add(new Line(kind, title, detail, level, map.place(), null, null, null, null, at));
  }

  private void add(
      Kind kind,
      MapNow map,
      String title,
      String detail,
      EvidenceLevel level,
      @Nullable Instant at,
      List<Touchpoint> touchpoints) {
    lines.add(
        new Line(
            kind,
            title,
            detail,
            level,
            map.place(),
            Objects.requireNonNull(touchpoints.getFirst()).id(),
            null,
            (long) touchpoints.size(),
            (long) map.stored().map().touchpoints().size(),
            at));
  }
}
