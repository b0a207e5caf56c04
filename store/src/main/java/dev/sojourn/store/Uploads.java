package dev.sojourn.store;

import dev.sojourn.store.log.frame.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Files that came in and are not imported yet. They are called by ids, never by what their senders
/// called them. Thread-safe.
public final class Uploads {

  private static final Pattern ID = Pattern.compile("[0-9a-z-]{1,64}");
  private static final int CHUNK = 1 << 18;

  private final Path folder;

  Uploads(Path folder) {
    this.folder = folder;
  }

  /// Keeps a file; when this returns it is on disk, and when it throws there is nothing of it.
  ///
  /// @param id small letters, digits and hyphens
  /// @param most the most bytes to take
  /// @return its size; `most + 1` when it is larger, and then nothing is kept
  public long receive(String id, InputStream body, long most) throws IOException {
    DurableFolder durable = DurableFolder.create(folder);
    Path unfinished = durable.unfinished(checked(id));
    boolean whole = false;
    try (FileChannel out =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] chunk = new byte[CHUNK];
      long size = 0;
      for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
        size += n;
        if (size > most) {
          return most + 1;
        }
        for (ByteBuffer part = ByteBuffer.wrap(chunk, 0, n); part.hasRemaining(); ) {
          out.write(part);
        }
      }
      out.force(true);
      whole = true;
      durable.finish(id);
      return size;
    } finally {
      if (!whole) {
        Files.deleteIfExists(unfinished);
      }
    }
  }

  /// Where an upload lies.
  ///
  /// @throws NoSuchFileException when it was removed, or never was
  public Path path(String id) throws NoSuchFileException {
    Path file = folder.resolve(checked(id));
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(id);
    }
    return file;
  }

  /// Removes an upload that may be there.
  public void remove(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(checked(id)));
  }

  /// What there is, by id; those that are still coming in, or were cut off by a kill, end in
  /// [DurableFolder#UNFINISHED].
  public List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        files.forEach(file -> ids.add(file.getFileName().toString()));
      }
    }
    return ids;
  }

  /// Bytes that the disk has room for.
  public long room() throws IOException {
    Files.createDirectories(folder);
    return Files.getFileStore(folder).getUsableSpace();
  }

  /// Removes everything: what was not read yet may name anybody, in any format.
  ///
  /// @return how many files
  long clear() throws IOException {
    long removed = 0;
    for (String name : ids()) {
      removed += Files.deleteIfExists(folder.resolve(name)) ? 1 : 0;
    }
    return removed;
  }

  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an id of an upload");
    }
    return id;
  }
}
