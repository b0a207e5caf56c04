package dev.sojourn.store.log.id;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/// Writes runs of ids: from a set in memory, or several runs merged into one. For one thread.
public final class IdRunWriter {

  private static final int BUFFER = 1 << 18;

  private final FileChannel channel;
  private final long size;
  private final long blocks;
  private final Part entries;
  private final Part filter;
  private final int[] block = new int[IdRun.BLOCK / 4];
  private long blockNumber;

  private IdRunWriter(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
    this.blocks = IdRun.blocks(size);
    this.entries = new Part(IdRun.HEADER);
    this.filter = new Part(IdRun.HEADER + size * IdRun.ENTRY);
  }

  /// Writes the hashes of a set into a new file and syncs it.
  public static void write(Path file, IdSet ids) throws IOException {
    try (FileChannel channel = create(file)) {
      IdRunWriter writer = new IdRunWriter(channel, ids.size());
      long[] sorted = ids.sorted();
      for (int i = 0; i < sorted.length; i += 2) {
        writer.add(sorted[i], sorted[i + 1]);
      }
      writer.finish();
    }
  }

  /// Merges runs, which have no hash in common, into a new file and syncs it.
  public static void merge(Path file, List<IdRun> runs) throws IOException {
    try (FileChannel channel = create(file)) {
      IdRunWriter writer = new IdRunWriter(channel, runs.stream().mapToLong(IdRun::size).sum());
      long[] at = new long[runs.size()];
      for (long i = 0; i < writer.size; i++) {
        int least = -1;
        for (int r = 0; r < at.length; r++) {
          if (at[r] < runs.get(r).size()
              && (least < 0 || less(runs.get(r), at[r], runs.get(least), at[least]))) {
            least = r;
          }
        }
        IdRun run = runs.get(least);
        writer.add(run.first(at[least]), run.second(at[least]));
        at[least]++;
      }
      writer.finish();
    }
  }

  private static boolean less(IdRun a, long i, IdRun b, long k) {
    return IdSet.less(a.first(i), a.second(i), b.first(k), b.second(k));
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private void add(long first, long second) throws IOException {
    entries.put(first);
    entries.put(second);
    long number = Math.unsignedMultiplyHigh(first, blocks);
    while (blockNumber < number) {
      endBlock();
    }
    for (int w = 0; w < block.length; w++) {
      block[w] |= IdRun.bit(second, w);
    }
  }

  private void endBlock() throws IOException {
    for (int w = 0; w < block.length; w += 2) {
      filter.put((block[w] & 0xFFFF_FFFFL) | (long) block[w + 1] << 32);
      block[w] = 0;
      block[w + 1] = 0;
    }
    blockNumber++;
  }

  private void finish() throws IOException {
    while (blockNumber < blocks) {
      endBlock();
    }
    entries.flush();
    filter.flush();
    ByteBuffer header = ByteBuffer.allocate(IdRun.HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(IdRun.MAGIC).putLong(size).putLong(blocks);
    header.putLong(entries.crc.getValue()).putLong(filter.crc.getValue());
    CRC32C crc = new CRC32C();
    crc.update(header.array(), 0, IdRun.HEADER - 8);
    header.putLong(IdRun.HEADER - 8, crc.getValue()).rewind();
    writeAll(header, 0);
    channel.force(true);
  }

  private void writeAll(ByteBuffer from, long position) throws IOException {
    long at = position;
    while (from.hasRemaining()) {
      at += channel.write(from, at);
    }
  }

  /// A part of the file that is written from front to back.
  private final class Part {
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private long position;

    Part(long position) {
      this.position = position;
    }

    void put(long value) throws IOException {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.putLong(value);
    }

    void flush() throws IOException {
      buffer.flip();
      crc.update(buffer.array(), 0, buffer.limit());
      int length = buffer.limit();
      writeAll(buffer, position);
      position += length;
      buffer.clear();
    }
  }
}
