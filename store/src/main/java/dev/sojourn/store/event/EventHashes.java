package dev.sojourn.store.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One number for all that an event says, its row number aside: by it events of two files are held
/// against each other without keeping them. Not for secrets, nor against someone who wants two
/// events to have the same number. For one thread and the batch of one reader.
public final class EventHashes {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

  private long[] hashes = new long[0];

  /// The numbers of the events of a batch, valid up to its size and until the next call.
  public long[] of(EventBatch batch) {
    if (hashes.length < batch.size()) {
      hashes = new long[EventBatch.CAPACITY];
    }
    for (int i = 0; i < batch.size(); i++) {
      long order = batch.seq(i) == batch.ordinal(i) ? 0 : batch.seq(i);
      hashes[i] = mix(mix(batch.time(i)) + order);
    }
    add(batch.customer(), 1, batch.size());
    add(batch.name(), 2, batch.size());
    add(batch.channel(), 3, batch.size());
    add(batch.id(), 4, batch.size());
    for (PropertyColumn property : batch.properties()) {
      long salt = mix(property.name().hashCode() * ODD + property.kind().ordinal() + 5);
      add(property.values(), salt, batch.size());
    }
    return hashes;
  }

  /// Adds what a column says; sums, so that the order of the columns does not matter.
  private void add(TextColumn column, long salt, int size) {
    long[] entries = column.isCoded() ? entries(column, salt) : new long[0];
    for (int i = 0; i < size; i++) {
      if (!column.isMissing(i)) {
        int t = column.entry(i);
        hashes[i] += column.isCoded() ? entries[t] : text(column, t, salt);
      }
    }
  }

  private static long[] entries(TextColumn column, long salt) {
    long[] entries = new long[column.dictionarySize()];
    Arrays.setAll(entries, t -> text(column, t, salt));
    return entries;
  }

  private static long text(TextColumn column, int t, long salt) {
    byte[] bytes = column.bytes();
    int from = column.offset(t);
    int length = column.length(t);
    long h = mix(salt * ODD + length);
    int i = from;
    int last = from + length - Long.BYTES;
    for (; i <= last; i += Long.BYTES) {
      h = mix(h ^ (long) EIGHT.get(bytes, i));
    }
    long rest = 0;
    for (int k = from + length - 1; k >= i; k--) {
      rest = rest << Byte.SIZE | (bytes[k] & 0xFF);
    }
    return mix(h ^ rest);
  }

  /// Spreads every bit over all others; the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
  public static long mix(long number) {
    long z = (number ^ (number >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
