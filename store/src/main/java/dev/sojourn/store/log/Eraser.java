package dev.sojourn.store.log;

import dev.sojourn.store.log.Projection.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Removes customers: first the ledger says so, durably, then every file that holds their bytes is
/// written anew without them. What was interrupted is carried out when the log is next opened. One
/// at a time, and never beside sealing or compaction.
final class Eraser {

  private final LogCore core;
  private final Sealing sealing;

  Eraser(LogCore core, Sealing sealing) {
    this.core = core;
    this.sealing = sealing;
  }

  Erased erase(Collection<String> identifiers) throws IOException {
    int entered = enter(identifiers);
    return carryOut(entered);
  }

  private int enter(Collection<String> identifiers) throws IOException {
    core.lock().lock();
    try {
      CatalogChange change = new CatalogChange();
      long next = core.view().sequence();
      Map<Long, Erasure> fresh = new LinkedHashMap<>();
      for (String identifier : identifiers) {
        if (!core.view().ledger().holds(identifier)) {
          byte[] utf8 = identifier.getBytes(StandardCharsets.UTF_8);
          long hash = core.hash().customer(utf8, 0, utf8.length);
          long check = Ledger.check(core.hash(), utf8, 0, utf8.length);
          fresh.putIfAbsent(
              check, new Erasure(next + fresh.size(), hash, check, core.clock().instant()));
        }
      }
      if (!fresh.isEmpty()) {
        change.erasures.addAll(fresh.values());
        change.nextSequence = next + fresh.size();
        core.commit(change);
      }
      return fresh.size();
    } finally {
      core.lock().unlock();
    }
  }

  /// Whether an erasure was entered and not carried out.
  boolean isPending() {
    List<Erasure> erasures = core.view().erasures();
    return !erasures.isEmpty() && erasures.getLast().sequence() >= core.erasedThrough();
  }

  /// Carries out what the ledger says.
  Erased carryOut(int entered) throws IOException {
    if (!isPending()) {
      return new Erased(entered, 0, 0, 0);
    }
    Ledger ledger = core.view().ledger();
    Ledger pending =
        new Ledger(
            core.hash(),
            ledger.erasures().stream().filter(e -> e.sequence() >= core.erasedThrough()).toList());
    Sealing.LeftOut sealed = sealing.sealAll();
    long facts = sealed.facts();
    int files = 0;
    long factsInFiles = sealing.rewriteFacts(ledger, false);
    if (factsInFiles > 0) {
      facts += factsInFiles;
      files++;
    }
    CatalogChange change = new CatalogChange();
    long before = 0;
    long after = 0;
    for (SegmentFile segment : core.view().files()) {
      if (holdsAny(segment, pending)) {
        before += segment.rows();
        after += rewrite(segment, ledger, change);
      }
    }
    change.erasedThrough = ledger.erasures().getLast().sequence() + 1;
    core.lock().lock();
    try {
      core.commit(change);
    } finally {
      core.lock().unlock();
    }
    List<String> left = core.delete(change.removed);
    if (!left.isEmpty()) {
      throw new IOException("the file " + left.getFirst() + " cannot be removed");
    }
    return new Erased(
        entered, sealed.events() + before - after, facts, files + change.removed.size());
  }

  /// @return events that are left
  private long rewrite(SegmentFile segment, Ledger ledger, CatalogChange change)
      throws IOException {
    SegmentEntry left =
        new Rewriting(core).rewrite(segment, RowChoice.without(ledger), true).orElse(null);
    change.removed.add(segment.name());
    if (left == null) {
      return 0;
    }
    change.segments.add(left);
    return left.rows();
  }

  private static boolean holdsAny(SegmentFile segment, Ledger ledger) {
    boolean possible =
        ledger.erasures().stream()
            .anyMatch(e ->
                e.sequence() > segment.firstSequence()
                    && segment.entry().mayHold(e.customerHash()));
    if (!possible) {
      return false;
    }
    try (EventCursor events = segment.open(Projection.of(Column.CUSTOMER_HASH), 0)) {
      StoredEvents batch = new StoredEvents();
      while (events.next(batch)) {
        for (int i = 0; i < batch.size(); i++) {
          if (ledger.mayHold(batch.customerHash()[i])) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
