package dev.sojourn.store.files.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The content of a file, unpacked when it is gzip by its first bytes, whatever its name. A torn or
/// damaged gzip ends where its sound part ends, and [#truncated()] says so. For one thread.
public final class UnpackedInput extends InputStream {

  private static final int CHUNK = 1 << 18;

  private final FileChannel file;
  private final long total;
  private final GzipMembers gzip;
  private final boolean packed;
  private final ByteBuffer plain = ByteBuffer.allocate(CHUNK).limit(0);
  private long taken;

  private UnpackedInput(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      total = file.size();
      gzip = new GzipMembers(this::take);
      refill();
      packed = GzipMembers.startsIn(plain);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// Opens a file.
  public static UnpackedInput open(Path path) throws IOException {
    return new UnpackedInput(path);
  }

  /// Whether the file is gzip.
  public boolean isGzip() {
    return packed;
  }

  /// Whether the gzip was torn or damaged; settled once the end was read.
  public boolean truncated() {
    return packed && gzip.damaged();
  }

  /// Bytes of the file taken so far.
  public long bytesRead() {
    return taken - plain.remaining();
  }

  /// The size of the file in bytes.
  public long bytesTotal() {
    return total;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (packed) {
      return gzip.read(into, offset, length);
    }
    if (!plain.hasRemaining()) {
      int n = file.read(ByteBuffer.wrap(into, offset, length));
      taken += Math.max(n, 0);
      return n;
    }
    int n = Math.min(length, plain.remaining());
    plain.get(into, offset, n);
    return n;
  }

  private ByteBuffer take() throws IOException {
    if (!plain.hasRemaining()) {
      refill();
    }
    return plain;
  }

  private void refill() throws IOException {
    plain.clear();
    int n = file.read(plain);
    taken += Math.max(n, 0);
    plain.flip();
  }

  @Override
  public void close() throws IOException {
    gzip.close();
    file.close();
  }
}
