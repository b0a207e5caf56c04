package dev.sojourn.store.log;

import dev.sojourn.store.log.id.OrdinalSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the log consists of, as of the last record of the manifest. For one thread at a time.
final class Catalog {

  private String lineage = "";
  private long nextName = 1;
  private long nextSequence = 1;
  private long erasedThrough;
  private final Map<String, SegmentEntry> segments = new LinkedHashMap<>();
  private final Set<String> journals = new LinkedHashSet<>();
  private final Set<String> runs = new LinkedHashSet<>();
  private final Set<String> factFiles = new LinkedHashSet<>();
  private final Map<String, OrdinalSet> ordinals = new HashMap<>();
  private final List<Erasure> erasures = new ArrayList<>();

  void apply(CatalogChange change) {
    if (!change.lineage.isEmpty()) {
      lineage = change.lineage;
    }
    nextName = Math.max(nextName, change.nextName);
    nextSequence = Math.max(nextSequence, change.nextSequence);
    erasedThrough = Math.max(erasedThrough, change.erasedThrough);
    change.segments.forEach(s -> segments.put(s.name(), s));
    journals.addAll(change.journals);
    runs.addAll(change.runs);
    factFiles.addAll(change.factFiles);
    for (String name : change.removed) {
      segments.remove(name);
      journals.remove(name);
      runs.remove(name);
      factFiles.remove(name);
    }
    change.ordinals.forEach(
        (source, set) -> ordinals.computeIfAbsent(source, s -> new OrdinalSet()).addAll(set));
    erasures.addAll(change.erasures);
  }

  /// The change that leads here from nothing.
  CatalogChange asChange() {
    CatalogChange all = new CatalogChange();
    all.lineage = lineage;
    all.nextName = nextName;
    all.nextSequence = nextSequence;
    all.erasedThrough = erasedThrough;
    all.segments.addAll(segments.values());
    all.journals.addAll(journals);
    all.runs.addAll(runs);
    all.factFiles.addAll(factFiles);
    all.ordinals.putAll(ordinals);
    all.erasures.addAll(erasures);
    return all;
  }

  String lineage() {
    return lineage;
  }

  /// Names below this number may be in use; none at or above it ever was.
  long nextName() {
    return nextName;
  }

  /// Sequence numbers below this one are in the files of the catalog, or lost with an erased event.
  long nextSequence() {
    return nextSequence;
  }

  /// Erasures with a smaller sequence number have been carried out.
  long erasedThrough() {
    return erasedThrough;
  }

  List<SegmentEntry> segments() {
    return List.copyOf(segments.values());
  }

  List<String> journals() {
    return List.copyOf(journals);
  }

  List<String> runs() {
    return List.copyOf(runs);
  }

  List<String> factFiles() {
    return List.copyOf(factFiles);
  }

  /// The stored ordinals of a source; changes with the catalog.
  OrdinalSet ordinals(String source) {
    return ordinals.computeIfAbsent(source, s -> new OrdinalSet());
  }

  List<Erasure> erasures() {
    return List.copyOf(erasures);
  }

  /// Every file that counts.
  Set<String> files() {
    Set<String> all = new HashSet<>(segments.keySet());
    all.addAll(journals);
    all.addAll(runs);
    all.addAll(factFiles);
    return all;
  }
}
