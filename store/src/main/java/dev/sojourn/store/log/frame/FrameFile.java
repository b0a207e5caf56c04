package dev.sojourn.store.log.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file to which frames are appended, each append synced. After an append that failed the file is
/// as before; where even that cannot be had, the next append tries to mend it first. For one thread
/// at a time.
public final class FrameFile implements AutoCloseable {

  private final Path file;
  private FileChannel channel;
  private long length;
  private boolean mendFirst;

  private FrameFile(Path file, FileChannel channel, long length) {
    this.file = file;
    this.channel = channel;
    this.length = length;
  }

  /// Makes a new, empty file; its name is durable once its folder is synced.
  public static FrameFile create(Path file) throws IOException {
    return new FrameFile(
        file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 0);
  }

  /// Opens a file to go on after its valid bytes; what follows them is cut.
  public static FrameFile open(Path file, long validBytes) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    FrameFile opened = new FrameFile(file, channel, validBytes);
    try {
      if (channel.size() != validBytes) {
        opened.mend();
      }
      return opened;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// The same open file after it got another name.
  public FrameFile movedTo(Path name) {
    return new FrameFile(name, channel, length);
  }

  /// Bytes that are on disk.
  public long length() {
    return length;
  }

  /// Appends sealed frames, `array` from 0 to `size`, and syncs.
  ///
  /// @throws IOException when the disk refuses; nothing was then appended
  public void append(byte[] array, int size) throws IOException {
    if (mendFirst) {
      mend();
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(array, 0, size);
      long at = length;
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
      channel.force(false);
      length = at;
    } catch (IOException refused) {
      mendFirst = true;
      try {
        mend();
      } catch (IOException again) {
        refused.addSuppressed(again);
      }
      throw refused;
    }
  }

  /// Cuts what an append left behind, durably: a record that was refused must not come back.
  private void mend() throws IOException {
    if (!channel.isOpen()) {
      // An interrupt of the calling thread closes a channel for everybody.
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }
    channel.truncate(length);
    channel.force(true);
    mendFirst = false;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
