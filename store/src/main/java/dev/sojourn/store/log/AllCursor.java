package dev.sojourn.store.log;

/// Reads segment after segment and then the hot events. For one thread.
final class AllCursor implements EventCursor {

  private final LogView view;
  private final Projection projection;
  private final long fromSequence;
  private EventCursor current;
  private int next;

  AllCursor(LogView view, Projection projection, long fromSequence) {
    this.view = view;
    this.projection = projection;
    this.fromSequence = fromSequence;
    current = open();
  }

  private EventCursor open() {
    while (next < view.files().size()) {
      SegmentFile file = view.files().get(next++);
      if (file.lastSequence() >= fromSequence) {
        return file.open(projection, fromSequence);
      }
    }
    next++;
    return view.hot(projection, fromSequence);
  }

  @Override
  public boolean next(StoredEvents into) {
    while (!current.next(into)) {
      if (next > view.files().size()) {
        return false;
      }
      current.close();
      current = open();
    }
    return true;
  }

  @Override
  public void close() {
    current.close();
  }
}
