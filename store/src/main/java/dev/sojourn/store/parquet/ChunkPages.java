package dev.sojourn.store.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.zip.CRC32;

/// The pages of one column in the row group being written. For one thread.
final class ChunkPages {

  private final ZstdCompressCtx zstd;
  private final boolean compressed;
  private final ByteSink out = new ByteSink(4_096);
  private final CRC32 crc = new CRC32();
  private byte[] packed = new byte[0];
  private long plainBytes;

  ChunkPages(ZstdCompressCtx zstd, boolean compressed) {
    this.zstd = zstd;
    this.compressed = compressed;
  }

  ByteSink bytes() {
    return out;
  }

  /// Size of all pages, with their headers, had they not been compressed.
  long plainBytes() {
    return plainBytes;
  }

  void clear() {
    out.clear();
    plainBytes = 0;
  }

  void dictionary(ByteSink page, int entries) {
    add(page, Format.DICTIONARY_PAGE, entries, Format.PLAIN);
  }

  void data(ByteSink page, int rows, int encoding) {
    add(page, Format.DATA_PAGE, rows, encoding);
  }

  private void add(ByteSink page, int type, int values, int encoding) {
    byte[] bytes = page.array();
    int size = page.size();
    if (compressed) {
      int bound = Math.toIntExact(Zstd.compressBound(size));
      if (packed.length < bound) {
        packed = new byte[bound];
      }
      size = zstd.compressByteArray(packed, 0, packed.length, page.array(), 0, page.size());
      bytes = packed;
    }
    crc.reset();
    crc.update(bytes, 0, size);
    int before = out.size();
    header(type, page.size(), size, (int) crc.getValue(), values, encoding);
    plainBytes += out.size() - before + page.size();
    out.bytes(bytes, 0, size);
  }

  private void header(int type, int plainSize, int size, int check, int values, int encoding) {
    CompactWriter header = new CompactWriter(out);
    header.beginElement();
    header.i32(1, type);
    header.i32(2, plainSize);
    header.i32(3, size);
    header.i32(4, check);
    header.begin(type == Format.DATA_PAGE ? 5 : 7);
    header.i32(1, values);
    header.i32(2, encoding);
    if (type == Format.DATA_PAGE) {
      header.i32(3, Format.RLE);
      header.i32(4, Format.RLE);
    }
    header.end();
    header.end();
  }
}
