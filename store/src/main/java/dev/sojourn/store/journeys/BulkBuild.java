package dev.sojourn.store.journeys;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.journeys.column.PartitionWriter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Builds all partitions from the log: one pass that deals the events out to a file a partition,
/// then one partition after the other in memory. What it holds at once is the buffers of the first
/// and one partition of the second. For one thread and one build.
final class BulkBuild {

  private final StoreFolder folder;
  private final EventInput input;
  private final EventFilter filter;
  private final ToldApart apart;
  private final BuildProgress progress;
  private final StoredVocabulary found = new StoredVocabulary();
  private final List<String> sources = new ArrayList<>();
  private final Map<String, Integer> sourceNumbers = new HashMap<>();
  private int[] sourceOfCode = new int[0];
  private long read;
  private long sorted;

  /// @param filter hides events
  /// @param apart tells events of one name apart
  BulkBuild(
      StoreFolder folder,
      EventInput input,
      EventFilter filter,
      ToldApart apart,
      BuildProgress progress) {
    this.folder = folder;
    this.input = input;
    this.filter = filter;
    this.apart = apart;
    this.progress = progress;
  }

  /// How many leading bits of the hash choose the partition: the fewest that leave at most about
  /// 1.5 million events to each.
  static int partitionBits(long events) {
    int bits = 0;
    while (bits < 12 && events >> bits > 1_500_000) {
      bits++;
    }
    return bits;
  }

  /// Reads the log and writes the files of a generation; what makes them count is left to the
  /// caller.
  ///
  /// @param number the number of the generation
  /// @throws CancelledException when progress says so
  Manifest build(long number) throws IOException {
    Identity identity = Identity.of(input.identity());
    int bits = partitionBits(input.events());
    try (Spill spill = new Spill(folder.path(), bits)) {
      deal(spill, new UnitOf(identity, input));
      spill.finish();
      boolean[] used = new boolean[found.size()];
      Arrays.fill(used, true);
      StoredVocabulary vocabulary = found.sorted(used);
      char[] codes = found.codesIn(vocabulary);
      String vocabularyName = folder.writeVocabulary(vocabulary, number);
      String identityName = folder.writeIdentity(identity, number);
      List<Manifest.Entry> partitions = new ArrayList<>();
      byte[][] sourceIds =
          sources.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
      PartitionSort sort = new PartitionSort();
      PartitionWriter writer = new PartitionWriter();
      for (int p = 0; p < 1 << bits; p++) {
        int size = Math.toIntExact(spill.rows(p));
        writer.clear();
        try (Arena arena = Arena.ofConfined()) {
          sort.sort(spill.read(p, arena), size, codes, sourceIds, writer);
        }
        spill.drop(p);
        partitions.add(new Manifest.Entry(folder.writeBase(writer, number, p), null));
        sorted += size;
        report();
      }
      return new Manifest(
          number, input.lineage(), input.sequence(), vocabularyName, identityName, partitions);
    }
  }

  /// Events that were read.
  long read() {
    return read;
  }

  private void deal(Spill spill, UnitOf units) throws IOException {
    Set<String> properties = new HashSet<>(filter.properties().keySet());
    apart.events().values().forEach(needed -> properties.addAll(needed.keySet()));
    try (EventReader reader = input.read(0, properties)) {
      BatchCodes batchCodes = new BatchCodes(reader, found, filter);
      PropertyMatch match = new PropertyMatch(reader, filter);
      ApartCodes apartCodes = new ApartCodes(reader, found, apart);
      int[] codes = new int[0];
      while (reader.next()) {
        if (codes.length < reader.size()) {
          codes = new int[reader.size()];
        }
        batchCodes.codes(codes);
        match.next();
        apartCodes.next();
        for (int i = 0; i < reader.size(); i++) {
          if (codes[i] != BatchCodes.HIDDEN && match.matches(i)) {
            deal(reader, i, apartCodes.code(i, codes[i]), units, spill);
          }
        }
        read += reader.size();
        report();
      }
    }
  }

  private void deal(EventReader reader, int i, int code, UnitOf units, Spill spill)
      throws IOException {
    TextColumn customer = reader.customer();
    if (customer.length(customer.entry(i)) > Spill.MAX_IDENTIFIER_BYTES) {
      throw new RefusedException(
          "customer",
          "an identifier has "
              + customer.length(customer.entry(i))
              + " bytes; the longest that journeys can hold has "
              + Spill.MAX_IDENTIFIER_BYTES);
    }
    UnitOf.Merged merged =
        units.isEmpty() ? null : units.merged(reader.customerHash()[i], customer, i);
    int source = reader.id().isMissing(i) ? source(reader.source(), i) : -1;
    spill.add(reader, i, code, merged, source);
  }

  /// The number of the source of event `i`, or -1 when there are too many to number.
  private int source(TextColumn column, int i) {
    if (!column.isCoded()) {
      return number(String.valueOf(column.text(i)));
    }
    int code = column.code(i);
    if (code >= sourceOfCode.length) {
      int known = sourceOfCode.length;
      sourceOfCode = Arrays.copyOf(sourceOfCode, Math.max(16, column.dictionarySize() * 2));
      Arrays.fill(sourceOfCode, known, sourceOfCode.length, -2);
    }
    if (sourceOfCode[code] == -2) {
      sourceOfCode[code] = number(column.dictionaryText(code));
    }
    return sourceOfCode[code];
  }

  private int number(String source) {
    Integer known = sourceNumbers.get(source);
    if (known != null) {
      return known;
    }
    if (sources.size() == Spill.MAX_SOURCES) {
      return -1;
    }
    sourceNumbers.put(source, sources.size());
    sources.add(source);
    return sources.size() - 1;
  }

  private void report() {
    if (!progress.report((read + sorted) / 2, input.events())) {
      throw new CancelledException();
    }
  }
}
