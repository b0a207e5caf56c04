package dev.sojourn.store.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A column of UTF-8 texts, each of which may be missing.
///
/// Values live in a dictionary while there are few different ones, which makes names, channels and
/// most properties cheap to store, to compare and to re-code; a column of many different values
/// keeps one text a row. [#isCoded()] says which. Clearing the rows of a coded column keeps its
/// dictionary, so codes stay the same from batch to batch of one reader. For one thread.
public final class TextColumn {

  /// The code of a missing value.
  public static final int MISSING = -1;

  /// A dictionary that outgrows this turns the column into a plain one.
  public static final int MAX_DICTIONARY = 32_768;

  /// As does one whose texts together have more bytes than this.
  public static final int MAX_DICTIONARY_BYTES = 8 << 20;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private int rows;
  private boolean coded;

  // Coded: the code of each row. Plain: 1 where there is a value, MISSING where there is none.
  private int[] code = new int[1_024];

  // Coded: the texts of the dictionary, one after the other. Plain: the texts of the rows.
  private byte[] bytes = new byte[8_192];
  private int[] end = new int[1_024];
  private int texts;

  // The hash of each text of the dictionary.
  private int[] hashes = new int[128];

  // Open addressing over the dictionary: 0 is free, else code + 1.
  private int[] table = new int[256];

  /// An empty column.
  ///
  /// @param coded whether to begin with a dictionary
  public TextColumn(boolean coded) {
    this.coded = coded;
  }

  /// Whether values are codes into a dictionary.
  public boolean isCoded() {
    return coded;
  }

  /// Rows.
  public int rows() {
    return rows;
  }

  /// Whether row `i` has no value.
  public boolean isMissing(int i) {
    return code[i] == MISSING;
  }

  /// The dictionary code of row `i`, or [#MISSING].
  public int code(int i) {
    if (!coded) {
      throw new IllegalStateException("a plain column has no codes");
    }
    return code[i];
  }

  /// Entries of the dictionary.
  public int dictionarySize() {
    return coded ? texts : 0;
  }

  /// The text of a dictionary entry.
  public String dictionaryText(int entry) {
    return new String(bytes, offset(entry), end[entry] - offset(entry), StandardCharsets.UTF_8);
  }

  /// The bytes in which [#offset(int)] and [#length(int)] point; valid until the column changes.
  public byte[] bytes() {
    return bytes;
  }

  /// Where entry `t` begins in [#bytes()]: a dictionary entry of a coded column, a row of a plain
  /// one.
  public int offset(int t) {
    return t == 0 ? 0 : end[t - 1];
  }

  /// The length of entry `t` in bytes, as for [#offset(int)].
  public int length(int t) {
    return end[t] - offset(t);
  }

  /// The entry that holds the value of row `i`, for [#offset(int)] and [#length(int)]; the row has
  /// one.
  public int entry(int i) {
    return coded ? code[i] : i;
  }

  /// The text of row `i`, or null.
  public @Nullable String text(int i) {
    if (code[i] == MISSING) {
      return null;
    }
    int t = entry(i);
    return new String(bytes, offset(t), length(t), StandardCharsets.UTF_8);
  }

  /// Adds a missing value.
  public void addMissing() {
    row(MISSING);
    if (!coded) {
      keepEmpty();
    }
  }

  /// Adds several missing values.
  public void addMissing(int count) {
    if (rows + count > code.length) {
      code = Arrays.copyOf(code, Math.max(rows + count, rows * 2));
    }
    Arrays.fill(code, rows, rows + count, MISSING);
    if (!coded) {
      if (texts + count > end.length) {
        end = Arrays.copyOf(end, Math.max(texts + count, texts * 2));
      }
      Arrays.fill(end, texts, texts + count, texts == 0 ? 0 : end[texts - 1]);
      texts += count;
    }
    rows += count;
  }

  /// Adds a text.
  public void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    add(utf8, 0, utf8.length);
  }

  /// Adds UTF-8 bytes, copied.
  public void add(byte[] from, int offset, int length) {
    if (coded) {
      int c = codeOf(from, offset, length);
      if (c >= 0) {
        row(c);
        return;
      }
      becomePlain();
    }
    row(1);
    keep(from, offset, length);
  }

  /// Adds a row by code; the code must be in the dictionary.
  public void addCode(int c) {
    row(c);
  }

  /// Puts a text into the dictionary, if it is not there yet.
  ///
  /// @return its code, or -1 when the dictionary is full
  public int codeOf(byte[] from, int offset, int length) {
    int h = hash(from, offset, length);
    int mask = table.length - 1;
    int slot = h & mask;
    while (table[slot] != 0) {
      int c = table[slot] - 1;
      if (hashes[c] == h && length(c) == length && same(bytes, offset(c), from, offset, length)) {
        return c;
      }
      slot = (slot + 1) & mask;
    }
    if (texts == MAX_DICTIONARY || (texts > 0 && end[texts - 1] > MAX_DICTIONARY_BYTES)) {
      return -1;
    }
    keep(from, offset, length);
    if (texts > hashes.length) {
      hashes = Arrays.copyOf(hashes, hashes.length * 2);
    }
    hashes[texts - 1] = h;
    table[slot] = texts;
    if (texts * 2 > table.length) {
      rehash(table.length * 4);
    }
    return texts - 1;
  }

  /// Removes all rows; a dictionary stays.
  public void clearRows() {
    rows = 0;
    if (!coded) {
      texts = 0;
    }
  }

  private void row(int c) {
    if (rows == code.length) {
      code = Arrays.copyOf(code, rows * 2);
    }
    code[rows++] = c;
  }

  private void keep(byte[] from, int offset, int length) {
    int at = texts == 0 ? 0 : end[texts - 1];
    int needed = Math.addExact(at, length);
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
    }
    System.arraycopy(from, offset, bytes, at, length);
    if (texts == end.length) {
      end = Arrays.copyOf(end, texts * 2);
    }
    end[texts++] = needed;
  }

  private void keepEmpty() {
    if (texts == end.length) {
      end = Arrays.copyOf(end, texts * 2);
    }
    end[texts] = texts == 0 ? 0 : end[texts - 1];
    texts++;
  }

  private void becomePlain() {
    byte[] dictionary = bytes;
    int[] dictionaryEnd = end;
    bytes = new byte[Math.max(8_192, dictionary.length)];
    end = new int[Math.max(1_024, rows + 1)];
    texts = 0;
    coded = false;
    table = new int[0];
    hashes = new int[0];
    for (int i = 0; i < rows; i++) {
      int c = code[i];
      if (c == MISSING) {
        keepEmpty();
      } else {
        int from = c == 0 ? 0 : dictionaryEnd[c - 1];
        keep(dictionary, from, dictionaryEnd[c] - from);
        code[i] = 1;
      }
    }
  }

  private void rehash(int size) {
    table = new int[size];
    int mask = size - 1;
    for (int c = 0; c < texts; c++) {
      int slot = hashes[c] & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = c + 1;
    }
  }

  private static int hash(byte[] from, int offset, int length) {
    long h = length * 0x9E37_79B9_7F4A_7C15L;
    int i = offset;
    int last = offset + length - Long.BYTES;
    for (; i <= last; i += Long.BYTES) {
      h = mix(h ^ (long) EIGHT.get(from, i));
    }
    int left = last + Long.BYTES - i;
    if (left > 0) {
      h = mix(h ^ tail(from, i, left));
    }
    // Mixing has folded the upper half, where every byte has its say, into the lower one.
    return (int) h;
  }

  private static long mix(long h) {
    long m = h * 0xD6E8_FEB8_6659_FD93L;
    return m ^ (m >>> 32);
  }

  /// Fewer than eight bytes as a number.
  private static long tail(byte[] from, int at, int length) {
    if (at + Long.BYTES <= from.length) {
      return (long) EIGHT.get(from, at) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }
    long v = 0;
    for (int k = 0; k < length; k++) {
      v |= (from[at + k] & 0xFFL) << (Byte.SIZE * k);
    }
    return v;
  }

  private static boolean same(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
    int i = 0;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      if ((long) EIGHT.get(a, aFrom + i) != (long) EIGHT.get(b, bFrom + i)) {
        return false;
      }
    }
    return i == length || tail(a, aFrom + i, length - i) == tail(b, bFrom + i, length - i);
  }
}
