package dev.sojourn.store.log.id;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Hashes of texts under the secret key of a workspace: who does not know the key can neither make
/// two texts collide nor recognise a text by its hash. Immutable.
///
/// SipHash-2-4 with 64 bits for customers and with 128 bits for ids, each under its own half of the
/// key. (Aumasson, Bernstein: SipHash, a fast short-input PRF, 2012.)
public final class KeyedHash {

  /// Bytes of a key.
  public static final int KEY_BYTES = 32;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long customer0;
  private final long customer1;
  private final long id0;
  private final long id1;

  /// @param key [#KEY_BYTES] secret bytes
  public KeyedHash(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + key.length);
    }
    ByteBuffer in = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
    customer0 = in.getLong();
    customer1 = in.getLong();
    id0 = in.getLong();
    id1 = in.getLong();
  }

  /// The 64-bit hash of a customer identifier.
  public long customer(byte[] utf8, int offset, int length) {
    State s = new State(customer0, customer1, 0);
    s.absorb(utf8, offset, length);
    return s.squeeze(0xFF);
  }

  /// The 128-bit hash of a text. Never both halves zero, so that zero can mean none.
  ///
  /// @param out receives the two halves
  public void id(byte[] utf8, int offset, int length, long[] out) {
    State s = new State(id0, id1, 0xEE);
    s.absorb(utf8, offset, length);
    out[0] = s.squeeze(0xEE);
    out[1] = s.second();
    if ((out[0] | out[1]) == 0) {
      out[1] = 1;
    }
  }

  private static final class State {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    State(long k0, long k1, int wide) {
      v0 = k0 ^ 0x736f6d6570736575L;
      v1 = k1 ^ 0x646f72616e646f6dL ^ wide;
      v2 = k0 ^ 0x6c7967656e657261L;
      v3 = k1 ^ 0x7465646279746573L;
    }

    void absorb(byte[] utf8, int offset, int length) {
      int at = offset;
      int end = offset + (length & ~7);
      for (; at < end; at += 8) {
        word((long) LONG.get(utf8, at));
      }
      long last = (long) length << 56;
      for (int i = 0; i < (length & 7); i++) {
        last |= (utf8[at + i] & 0xFFL) << (8 * i);
      }
      word(last);
    }

    private void word(long m) {
      v3 ^= m;
      round();
      round();
      v0 ^= m;
    }

    long squeeze(int mark) {
      v2 ^= mark;
      round();
      round();
      round();
      round();
      return v0 ^ v1 ^ v2 ^ v3;
    }

    long second() {
      v1 ^= 0xDD;
      round();
      round();
      round();
      round();
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
