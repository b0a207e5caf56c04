package dev.sojourn.kernel.journey;

/// Copies the journeys of neighbouring units into blocks. For one thread.
final class TableCursor implements JourneyCursor, JourneyBlock.TimeSource {
  private final TableColumns columns;
  private final int[] start;
  private int from;
  private int first;
  private int next;
  private final int to;

  TableCursor(TableColumns columns, int from, int to) {
    this.columns = columns;
    this.start = columns.start();
    this.next = from;
    this.to = to;
  }

  @Override
  public boolean next(JourneyBlock block) {
    block.clear();
    first = next;
    while (next < to
        && (next == first || start[next + 1] - start[first] <= JourneyBlock.TARGET_EVENTS)) {
      next++;
    }
    if (first == next) {
      return false;
    }
    int events = start[next] - start[first];
    block.room(events);
    System.arraycopy(columns.code(), start[first], block.code(), 0, events);
    for (int u = first; u < next; u++) {
      block.end(u, start[u + 1] - start[u]);
    }
    from = start[first];
    block.deferTimes(this);
    return true;
  }

  @Override
  public void load(int j, long[] into, int at, int end) {
    System.arraycopy(columns.time(), from + at, into, at, end - at);
  }

  @Override
  public void loadAll(long[] into, int[] starts, int journeys) {
    System.arraycopy(columns.time(), from, into, 0, starts[journeys]);
  }

  @Override
  public boolean gaps(long[] into, int[] starts, int journeys) {
    columns.gaps(from, starts[journeys], into, 0);
    for (int j = 0; j < journeys; j++) {
      if (!columns.isTimed(from + starts[j])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public long[] held() {
    return columns.time();
  }

  @Override
  public int heldFrom(int j) {
    return start[first + j];
  }

  @Override
  public void close() {
    // Nothing but memory is held.
  }
}
