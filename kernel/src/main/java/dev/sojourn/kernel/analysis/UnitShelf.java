package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.spec.UnitPage;
import dev.sojourn.kernel.spec.UnitPage.Order;
import dev.sojourn.kernel.spec.UnitPage.Position;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Keeps the first units of an order behind a position, and counts the others behind it. For one
/// thread.
final class UnitShelf {

  /// What is shown of a unit.
  ///
  /// @param last the tick of its last event, or [JourneyBlock#UNTIMED]
  /// @param first the tick of its first event that has a time, or [JourneyBlock#UNTIMED]
  /// @param touchpoint the number of the touchpoint of its last event
  record Line(long last, String id, long events, long first, int touchpoint) {}

  private static final Comparator<Line> BY_ID = Comparator.comparing(Line::id);
  private static final Comparator<Line> BY_TIME =
      Comparator.comparingLong(Line::last).reversed().thenComparing(BY_ID);

  private final int limit;
  private final boolean latest;
  private final Comparator<Line> order;
  private final @Nullable Position after;
  private final Tick tick;
  private final PriorityQueue<Line> kept;
  private long behind;

  UnitShelf(UnitPage page, Tick tick) {
    limit = page.limit();
    latest = page.order() == Order.LATEST;
    order = latest ? BY_TIME : BY_ID;
    after = page.after();
    this.tick = tick;
    // The worst of those kept comes first: it is the one to go.
    kept = new PriorityQueue<>(order.reversed());
  }

  /// Whether a unit can be on the page, told by its last time alone; when not, it is counted as far
  /// as it has to be.
  boolean mayTake(long last) {
    if (!latest) {
      return true;
    }
    if (after != null && compareTime(last, after.lastTime()) < 0) {
      return false;
    }
    Line worst = kept.peek();
    boolean behindWorst = kept.size() == limit && worst != null && last < worst.last();
    if (behindWorst) {
      behind++;
    }
    return !behindWorst;
  }

  /// Takes a unit when it is behind the position and among the first of those.
  void offer(Line line) {
    if (after != null && !isBehind(line, after)) {
      return;
    }
    behind++;
    keep(line);
  }

  private void keep(Line line) {
    kept.add(line);
    if (kept.size() > limit) {
      kept.remove();
    }
  }

  private boolean isBehind(Line line, Position position) {
    int time = latest ? compareTime(line.last(), position.lastTime()) : 0;
    return time > 0 || (time == 0 && line.id().compareTo(position.id()) > 0);
  }

  /// Negative when a tick comes before an instant in the order, which is when it is later. Compared
  /// as instants: the position may stem from a snapshot with another tick.
  private int compareTime(long ticks, @Nullable Instant position) {
    Instant time = instant(ticks);
    if (time == null || position == null) {
      return Boolean.compare(time == null, position == null);
    }
    return position.compareTo(time);
  }

  @Nullable Instant instant(long ticks) {
    return ticks == JourneyBlock.UNTIMED ? null : tick.instant(ticks);
  }

  /// Adds what another shelf of the same page holds.
  void addAll(UnitShelf from) {
    behind += from.behind;
    from.kept.forEach(this::keep);
  }

  /// The units of the page.
  List<Line> inOrder() {
    return kept.stream().sorted(order).toList();
  }

  /// Whether no unit is behind those of the page.
  boolean isLastPage() {
    return behind <= limit;
  }

  /// Where a unit stands.
  Position position(Inside.Unit unit) {
    return new Position(latest ? unit.lastTime() : null, unit.id());
  }

  void write(PartialWriter to) {
    to.putLong(behind).putInt(kept.size());
    for (Line line : inOrder()) {
      char[] id = line.id().toCharArray();
      to.putLong(line.last()).putLong(line.events()).putLong(line.first());
      to.putInt(line.touchpoint()).putChars(id, 0, id.length);
    }
  }

  void read(PartialReader from) {
    behind = from.getLong();
    for (int i = from.getInt(); i > 0; i--) {
      long last = from.getLong();
      long events = from.getLong();
      long first = from.getLong();
      int touchpoint = from.getInt();
      kept.add(new Line(last, new String(from.getChars()), events, first, touchpoint));
    }
  }
}
