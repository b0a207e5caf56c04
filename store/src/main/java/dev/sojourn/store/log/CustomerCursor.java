package dev.sojourn.store.log;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Reads the events of some customers, sealed and then hot. For one thread.
final class CustomerCursor implements EventCursor {

  private final LogView view;
  private final Set<Long> hashes = new HashSet<>();
  private final Iterator<SegmentFile> files;
  private final RowChoice choice;
  private EventCursor current;
  private boolean hot;

  CustomerCursor(LogView view, Collection<String> identifiers) {
    this.view = view;
    Set<String> wanted = Set.copyOf(identifiers);
    for (String identifier : wanted) {
      byte[] utf8 = identifier.getBytes(StandardCharsets.UTF_8);
      hashes.add(view.hash().customer(utf8, 0, utf8.length));
    }
    // Two identifiers may share a hash; the text decides.
    choice =
        new RowChoice((batch, row) ->
            hashes.contains(batch.customerHash()[row])
                && wanted.contains(String.valueOf(batch.customer().text(row))));
    List<SegmentFile> possible =
        view.files().stream()
            .filter(file -> hashes.stream().anyMatch(file.entry()::mayHold))
            .toList();
    files = possible.iterator();
    current = open();
  }

  private EventCursor open() {
    if (files.hasNext()) {
      return new SegmentCursor(files.next(), Projection.all(), 0, hashes::contains);
    }
    hot = true;
    return view.hot(Projection.all(), 0);
  }

  @Override
  public boolean next(StoredEvents into) {
    while (true) {
      while (current.next(into)) {
        int count = choice.choose(into);
        if (count > 0) {
          if (count < into.size()) {
            into.keep(choice.rows(), count);
          }
          return true;
        }
      }
      if (hot) {
        return false;
      }
      current.close();
      current = open();
    }
  }

  @Override
  public void close() {
    current.close();
  }
}
