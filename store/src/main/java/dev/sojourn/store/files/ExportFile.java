package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.TextColumn;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The bytes of a file being exported. For one thread.
final class ExportFile {

  private static final int BUFFER = 1 << 17;

  private final FileChannel file;
  private final OutputStream out;

  ExportFile(Path path) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
  }

  void write(char ascii) throws IOException {
    out.write(ascii);
  }

  /// Flushes, forces to disk and closes.
  void close() throws IOException {
    try (FileChannel open = file) {
      out.flush();
      open.force(true);
    }
  }

  /// The text of an event in the columns that every export begins with, or null where it has none.
  static @Nullable String text(EventBatch batch, int event, Role role) {
    return switch (role) {
      case CUSTOMER -> batch.customer().text(event);
      case EVENT -> batch.name().text(event);
      case TIME ->
          batch.time(event) == EventBatch.UNTIMED ? null : ExportColumns.time(batch.time(event));
      case ORDER ->
          batch.time(event) == EventBatch.UNTIMED ? Long.toString(batch.seq(event)) : null;
      case EVENT_ID -> ofMaybeShort(batch.id(), event);
      case CHANNEL -> ofMaybeShort(batch.channel(), event);
    };
  }

  private static @Nullable String ofMaybeShort(TextColumn column, int event) {
    return column.rows() > event ? column.text(event) : null;
  }
}
