package dev.sojourn.store.parquet;

import com.github.luben.zstd.ZstdCompressCtx;

/// Takes 64-bit numbers. For one thread.
final class LongChunkWriter extends ChunkWriter {

  private final long[] staged = new long[Format.PAGE_ROWS];
  private final Deltas deltas = new Deltas();
  private int count;

  LongChunkWriter(ParquetColumn column, ZstdCompressCtx zstd) {
    super(column, zstd);
  }

  void add(long[] values, int from, int to) {
    for (int i = from; i < to; ) {
      int some = Math.min(to - i, room());
      System.arraycopy(values, i, staged, count, some);
      count += some;
      i += some;
      addPresent(some);
    }
  }

  /// As [#add], where one number stands for a missing value.
  void add(long[] values, int from, int to, long missing) {
    int i = from;
    while (i < to) {
      int run = i;
      while (run < to && values[run] != missing) {
        run++;
      }
      add(values, i, run);
      i = run;
      while (run < to && values[run] == missing) {
        run++;
      }
      addMissing(run - i);
      i = run;
    }
  }

  @Override
  int writeValues(ByteSink out, int values) {
    count = 0;
    if (column().type() == ParquetColumn.Type.HASH) {
      out.ensure(values * 8);
      for (int i = 0; i < values; i++) {
        out.int64(staged[i]);
      }
      return Format.PLAIN;
    }
    deltas.write(staged, values, out);
    return Format.DELTA_BINARY_PACKED;
  }

  @Override
  boolean writeDictionary(ChunkPages out) {
    return false;
  }
}
