package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Refuses input of which more than [#MOST] bytes belong to one event or to the head of one trace,
/// before a parser puts all of them into memory. For one thread.
final class BoundedStretch extends FilterInputStream {

  /// The longest stretch that has to be held at once.
  static final int MOST = 64 << 20;

  private long since;

  BoundedStretch(InputStream in) {
    super(in);
  }

  /// What was read so far need not be held any longer.
  void restart() {
    since = 0;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = super.read(into, offset, length);
    count(n);
    return n;
  }

  private void count(int bytes) {
    since += Math.max(bytes, 0);
    if (since > MOST) {
      throw new RefusedException(
          "", "one event or trace of the XES document is larger than 64 MiB; split or mend it");
    }
  }
}
