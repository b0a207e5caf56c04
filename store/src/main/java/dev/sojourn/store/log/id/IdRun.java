package dev.sojourn.store.log.id;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A sorted, memory-mapped file of 128-bit hashes with a filter behind them. Immutable,
/// thread-safe; unmapped when nothing refers to it any more.
///
/// Hashes are evenly spread, so the place of one is guessed from its value and found within a few
/// steps. The filter is a split block Bloom filter of 256-bit blocks with about ten bits a hash:
/// one cache line tells for 99 of 100 absent hashes that they are absent. (Putze, Sanders, Singler:
/// Cache-, hash- and space-efficient Bloom filters, 2009.) A block is chosen by the leading bits of
/// the hash, so the filter is written in one pass with the run.
public final class IdRun {

  static final int HEADER = 64;
  static final int ENTRY = 16;
  static final int BLOCK = 32;
  static final long MAGIC = 0x31_4E55_5244_494A_53L;
  private static final int BITS_PER_ID = 10;
  private static final int FIRST_WINDOW = 64;

  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final MemorySegment bytes;
  private final long size;
  private final long blocks;

  private IdRun(String name, MemorySegment bytes, long size, long blocks) {
    this.name = name;
    this.bytes = bytes;
    this.size = size;
    this.blocks = blocks;
  }

  static long blocks(long size) {
    return size * BITS_PER_ID / (BLOCK * 8) + 1;
  }

  /// Opens a run.
  ///
  /// @throws IOException when the file cannot be read or its header is not that of a run
  public static IdRun open(Path file, String name) throws IOException {
    MemorySegment bytes;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
    if (bytes.byteSize() < HEADER || bytes.get(LONG, 0) != MAGIC) {
      throw new IOException(name + ": the file does not begin as a run of ids does");
    }
    long size = bytes.get(LONG, 8);
    long blocks = bytes.get(LONG, 16);
    CRC32C crc = new CRC32C();
    crc.update(bytes.asSlice(0, HEADER - 8).asByteBuffer());
    if (crc.getValue() != bytes.get(LONG, HEADER - 8)
        || bytes.byteSize() != HEADER + size * ENTRY + blocks * BLOCK) {
      throw new IOException(name + ": the header of the run does not fit the file");
    }
    return new IdRun(name, bytes, size, blocks);
  }

  /// The file name.
  public String name() {
    return name;
  }

  /// Hashes in it.
  public long size() {
    return size;
  }

  /// The first half of hash `i`.
  long first(long i) {
    return bytes.get(LONG, HEADER + i * ENTRY);
  }

  /// The second half of hash `i`.
  long second(long i) {
    return bytes.get(LONG, HEADER + i * ENTRY + 8);
  }

  /// Whether a hash is in the run.
  public boolean contains(long first, long second) {
    return mayContain(first, second) && find(first, second);
  }

  private boolean mayContain(long first, long second) {
    long block = HEADER + size * ENTRY + Math.unsignedMultiplyHigh(first, blocks) * BLOCK;
    for (int w = 0; w < 8; w++) {
      if ((bytes.get(INT, block + 4L * w) & bit(second, w)) == 0) {
        return false;
      }
    }
    return true;
  }

  /// The bit of word `w` of a block that stands for a hash.
  static int bit(long second, int w) {
    return 1 << (second >>> (8 * w) & 31);
  }

  private boolean find(long first, long second) {
    long guess = Math.unsignedMultiplyHigh(first, size);
    long low = guess;
    long high = guess;
    long window = FIRST_WINDOW;
    while (low > 0 && !before(low, first, second)) {
      low = Math.max(0, low - window);
      window *= 2;
    }
    window = FIRST_WINDOW;
    while (high < size && before(high, first, second)) {
      high = Math.min(size, high + window);
      window *= 2;
    }
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (before(middle, first, second)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < size && first(low) == first && second(low) == second;
  }

  private boolean before(long i, long first, long second) {
    return IdSet.less(first(i), second(i), first, second);
  }

  /// Reads every byte.
  ///
  /// @return a sentence on what is wrong, if anything is
  public Optional<String> damage() {
    CRC32C crc = new CRC32C();
    update(crc, HEADER, size * ENTRY);
    if (crc.getValue() != bytes.get(LONG, 24)) {
      return Optional.of("the ids do not have the checksum that was written");
    }
    crc.reset();
    update(crc, HEADER + size * ENTRY, blocks * BLOCK);
    if (crc.getValue() != bytes.get(LONG, 32)) {
      return Optional.of("the filter does not have the checksum that was written");
    }
    return Optional.empty();
  }

  private void update(CRC32C crc, long from, long length) {
    long step = 1 << 26;
    for (long at = 0; at < length; at += step) {
      ByteBuffer part = bytes.asSlice(from + at, Math.min(step, length - at)).asByteBuffer();
      crc.update(part);
    }
  }
}
