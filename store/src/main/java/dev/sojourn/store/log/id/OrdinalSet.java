package dev.sojourn.store.log.id;

import dev.sojourn.store.log.frame.RecordBuffer;
import dev.sojourn.store.log.frame.RecordReader;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// A set of row numbers, at most one bit each where they are dense. For one thread at a time.
public final class OrdinalSet {

  private static final int CHUNK_BITS = 16;
  private static final int WORDS = (1 << CHUNK_BITS) / 64;
  private static final long[] FULL = full();
  private static final long[] NONE = new long[0];

  private final Map<Long, long[]> chunks = new TreeMap<>();
  private long lastKey = Long.MIN_VALUE;
  private long[] last = NONE;

  private static long[] full() {
    long[] words = new long[WORDS];
    Arrays.fill(words, -1);
    return words;
  }

  /// Whether an ordinal is in the set.
  public boolean contains(long ordinal) {
    long[] words = chunk(ordinal >> CHUNK_BITS);
    return words.length > 0 && (words[word(ordinal)] & 1L << ordinal) != 0;
  }

  /// Adds an ordinal.
  ///
  /// @return whether it is new
  public boolean add(long ordinal) {
    long[] words = chunk(ordinal >> CHUNK_BITS);
    if (words.length == 0) {
      words = new long[WORDS];
      put(ordinal >> CHUNK_BITS, words);
    }
    int word = word(ordinal);
    long bit = 1L << ordinal;
    if ((words[word] & bit) != 0) {
      return false;
    }
    words[word] |= bit;
    if (words[word] == -1 && word == WORDS - 1 && Arrays.equals(words, FULL)) {
      put(ordinal >> CHUNK_BITS, FULL);
    }
    return true;
  }

  /// Adds all of another set.
  public void addAll(OrdinalSet other) {
    other.chunks.forEach((key, words) -> {
      long[] mine = chunk(key);
      if (mine.length == 0) {
        put(key, words.clone());
      } else if (!Arrays.equals(mine, FULL)) {
        for (int i = 0; i < WORDS; i++) {
          mine[i] |= words[i];
        }
      }
      if (Arrays.equals(chunk(key), FULL)) {
        put(key, FULL);
      }
    });
  }

  /// How many there are.
  public long size() {
    long n = 0;
    for (long[] words : chunks.values()) {
      for (long w : words) {
        n += Long.bitCount(w);
      }
    }
    return n;
  }

  /// Whether there is none.
  public boolean isEmpty() {
    return chunks.isEmpty();
  }

  /// Writes the set: chunks of 65,536 ordinals, each whole or word by word without the empty ones.
  public void write(RecordBuffer out) {
    out.varint(chunks.size());
    for (Map.Entry<Long, long[]> chunk : chunks.entrySet()) {
      out.int64(chunk.getKey());
      if (Arrays.equals(chunk.getValue(), FULL)) {
        out.varint(0);
        continue;
      }
      out.varint(Arrays.stream(chunk.getValue()).filter(w -> w != 0).count());
      for (int i = 0; i < WORDS; i++) {
        if (chunk.getValue()[i] != 0) {
          out.varint(i);
          out.int64(chunk.getValue()[i]);
        }
      }
    }
  }

  /// Reads what [#write] wrote.
  public static OrdinalSet read(RecordReader in) {
    OrdinalSet set = new OrdinalSet();
    for (int c = in.count(); c > 0; c--) {
      long key = in.int64();
      int used = in.count();
      if (used == 0) {
        set.put(key, FULL);
        continue;
      }
      long[] words = new long[WORDS];
      for (int i = 0; i < used; i++) {
        words[in.count()] = in.int64();
      }
      set.put(key, words);
    }
    return set;
  }

  private void put(long key, long[] words) {
    chunks.put(key, words);
    lastKey = key;
    last = words;
  }

  private long[] chunk(long key) {
    if (key != lastKey) {
      lastKey = key;
      last = chunks.getOrDefault(key, NONE);
    }
    return last;
  }

  private static int word(long ordinal) {
    return (int) (ordinal >> 6) & (WORDS - 1);
  }
}
