package dev.sojourn.store.journeys.column;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A checksummed list of texts, any of which may be missing: a vocabulary, identities.
public final class TextFile {

  private TextFile() {}

  /// Writes a new file and forces it to disk.
  public static void write(Path path, List<@Nullable String> texts) throws IOException {
    ByteSink sink = new ByteSink();
    for (String text : texts) {
      if (text == null) {
        sink.varint(0);
      } else {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sink.varint(bytes.length + 1L);
        sink.bytes(bytes, 0, bytes.length);
      }
    }
    try (ColumnWriter file = new ColumnWriter(path)) {
      file.add(Section.TEXTS, sink.segment());
      file.finish();
    }
  }

  /// Reads a file.
  ///
  /// @throws DamagedFileException when it is not what was written
  public static List<@Nullable String> read(Path path) throws IOException {
    List<@Nullable String> texts = new ArrayList<>();
    try (Arena arena = Arena.ofShared()) {
      MemorySegment bytes = ColumnFile.open(path, arena, true).section(Section.TEXTS);
      long at = 0;
      while (at < bytes.byteSize()) {
        long head = 0;
        byte b;
        int shift = 0;
        do {
          b = bytes.get(ValueLayout.JAVA_BYTE, at++);
          head |= (b & 0x7FL) << shift;
          shift += 7;
        } while (b < 0);
        if (head == 0) {
          texts.add(null);
        } else {
          byte[] text = bytes.asSlice(at, head - 1).toArray(ValueLayout.JAVA_BYTE);
          texts.add(new String(text, StandardCharsets.UTF_8));
          at += head - 1;
        }
      }
    }
    return texts;
  }
}
