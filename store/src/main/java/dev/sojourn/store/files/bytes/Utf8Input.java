package dev.sojourn.store.files.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The text of a file as UTF-8 bytes without byte order mark. A byte order mark decides the
/// encoding, else the given one, else UTF-8, which passes unchecked. What cannot be decoded becomes
/// the byte [#INVALID], which is never part of UTF-8, so that it spoils its row and no other. For
/// one thread.
public final class Utf8Input extends InputStream {

  /// Stands for input that the encoding does not have.
  public static final byte INVALID = (byte) 0xFF;

  private static final int CHUNK = 8_192;
  private static final int MARK = 3;

  private final InputStream in;
  private final String encoding;
  private final @Nullable CharsetDecoder decoder;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final ByteBuffer source = ByteBuffer.allocate(CHUNK).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(CHUNK);
  private final ByteBuffer ready = ByteBuffer.allocate(CHUNK * 3 + 1).limit(0);
  private boolean ended;

  // What was looked at ahead of time, from headAt on.
  private byte[] head = new byte[0];
  private int headAt;

  /// @param in the bytes of the file; closed with this stream
  /// @param given the encoding to take where there is no byte order mark, or null for UTF-8
  public Utf8Input(InputStream in, @Nullable Charset given) throws IOException {
    this.in = in;
    byte[] mark = in.readNBytes(MARK);
    int skip = 0;
    Charset charset = given == null ? StandardCharsets.UTF_8 : given;
    if (startsWith(mark, 0xEF, 0xBB, 0xBF)) {
      charset = StandardCharsets.UTF_8;
      skip = 3;
    } else if (startsWith(mark, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    } else if (startsWith(mark, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    }
    encoding = charset.name();
    if (charset.equals(StandardCharsets.UTF_8)) {
      decoder = null;
      head = Arrays.copyOfRange(mark, skip, mark.length);
    } else {
      decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      source.clear();
      source.put(mark, skip, mark.length - skip).flip();
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// The name of the encoding that the text is read in.
  public String encoding() {
    return encoding;
  }

  /// Whether the bytes are those of the file, less a byte order mark.
  public boolean isVerbatim() {
    return decoder == null;
  }

  /// The first bytes, at most `length`, without taking them; fewer only when there are no more.
  public byte[] peek(int length) throws IOException {
    int have = head.length - headAt;
    if (have < length) {
      byte[] longer = Arrays.copyOf(Arrays.copyOfRange(head, headAt, head.length), length);
      int n = have;
      while (n < length) {
        int more = readOn(longer, n, length - n);
        if (more < 0) {
          break;
        }
        n += more;
      }
      head = Arrays.copyOf(longer, n);
      headAt = 0;
    }
    return Arrays.copyOfRange(head, headAt, Math.min(head.length, headAt + length));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (headAt < head.length) {
      int n = Math.min(length, head.length - headAt);
      System.arraycopy(head, headAt, into, offset, n);
      headAt += n;
      return n;
    }
    return length == 0 ? 0 : readOn(into, offset, length);
  }

  private int readOn(byte[] into, int offset, int length) throws IOException {
    if (decoder == null) {
      return in.read(into, offset, length);
    }
    while (!ready.hasRemaining()) {
      if (ended) {
        return -1;
      }
      decode(decoder);
    }
    int n = Math.min(length, ready.remaining());
    ready.get(into, offset, n);
    return n;
  }

  private void decode(CharsetDecoder from) throws IOException {
    source.compact();
    int n = in.read(source.array(), source.position(), source.remaining());
    boolean atEnd = n < 0;
    source.position(source.position() + Math.max(n, 0)).flip();
    chars.clear();
    CoderResult result = from.decode(source, chars, atEnd);
    chars.flip();
    ready.clear();
    encoder.reset().encode(chars, ready, true);
    if (result.isError()) {
      ready.put(INVALID);
      source.position(source.position() + result.length());
    } else if (atEnd && result.isUnderflow()) {
      ended = true;
    }
    ready.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
