package dev.sojourn.testkit.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An open file, or a folder opened to be synced.
final class DiskChannel extends FileChannel {

  private static final Path NOWHERE = Path.of("an open file");

  private final FaultyDisk disk;
  private final Node node;
  private final boolean writable;
  private final int power;
  private long position;
  private boolean holdsLock;

  DiskChannel(FaultyDisk disk, Node node, boolean writable) {
    this.disk = disk;
    this.node = node;
    this.writable = writable;
    this.power = disk.power();
  }

  private Node.File file() throws IOException {
    disk.check();
    if (!isOpen() || power != disk.power()) {
      throw new ClosedChannelException();
    }
    return node.asFile(NOWHERE);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    synchronized (disk) {
      int some = read(into, position);
      position += Math.max(0, some);
      return some;
    }
  }

  @Override
  public int read(ByteBuffer into, long at) throws IOException {
    synchronized (disk) {
      byte[] bytes = new byte[into.remaining()];
      int some = file().read(Math.toIntExact(at), bytes, 0, bytes.length);
      if (some > 0) {
        into.put(bytes, 0, some);
      }
      return some;
    }
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) {
    throw new UnsupportedOperationException("the disk in memory reads one buffer at a time");
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    synchronized (disk) {
      int some = write(from, position);
      position += some;
      return some;
    }
  }

  @Override
  public int write(ByteBuffer from, long at) throws IOException {
    synchronized (disk) {
      Node.File file = file();
      if (!writable) {
        throw new NonWritableChannelException();
      }
      int wanted = from.remaining();
      long room = disk.isLimited() ? disk.room() + Math.max(0, file.size() - at) : wanted;
      byte[] bytes = new byte[(int) Math.min(wanted, room)];
      from.get(bytes);
      file.write(Math.toIntExact(at), bytes);
      disk.spend();
      if (bytes.length < wanted) {
        throw new IOException("No space left on device");
      }
      return bytes.length;
    }
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new UnsupportedOperationException("the disk in memory writes one buffer at a time");
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long at) {
    position = at;
    return this;
  }

  @Override
  public long size() throws IOException {
    synchronized (disk) {
      return file().size();
    }
  }

  @Override
  public FileChannel truncate(long to) throws IOException {
    synchronized (disk) {
      Node.File file = file();
      disk.spend();
      file.truncate(Math.toIntExact(to));
      position = Math.min(position, to);
      return this;
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    synchronized (disk) {
      disk.spend();
      if (!isOpen() || power != disk.power()) {
        throw new ClosedChannelException();
      }
      switch (node) {
        case Node.File file -> file.sync();
        case Node.Folder folder -> folder.sync();
      }
    }
  }

  @Override
  public long transferTo(long at, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException("the disk in memory does not transfer");
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long at, long count) {
    throw new UnsupportedOperationException("the disk in memory does not transfer");
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long at, long length) {
    throw new UnsupportedOperationException("the disk in memory maps into arenas only");
  }

  /// A copy: what was mapped does not change.
  @Override
  public MemorySegment map(MapMode mode, long at, long length, Arena arena) throws IOException {
    synchronized (disk) {
      MemorySegment copy = arena.allocate(Math.max(1, length));
      MemorySegment.copy(MemorySegment.ofArray(file().content()), at, copy, 0, length);
      return copy.asSlice(0, length);
    }
  }

  @Override
  public FileLock lock(long at, long length, boolean shared) throws IOException {
    FileLock lock = tryLock(at, length, shared);
    if (lock == null) {
      throw new IOException("the file is locked");
    }
    return lock;
  }

  @Override
  public @Nullable FileLock tryLock(long at, long length, boolean shared) throws IOException {
    synchronized (disk) {
      if (!file().lock()) {
        return null;
      }
      holdsLock = true;
      return new Held(this, at, length, shared);
    }
  }

  @Override
  protected void implCloseChannel() throws IOException {
    synchronized (disk) {
      if (holdsLock && power == disk.power()) {
        node.asFile(NOWHERE).unlock();
      }
    }
  }

  private static final class Held extends FileLock {
    Held(DiskChannel channel, long at, long length, boolean shared) {
      super(channel, at, length, shared);
    }

    @Override
    public boolean isValid() {
      return acquiredBy().isOpen();
    }

    @Override
    public void release() throws IOException {
      acquiredBy().close();
    }
  }
}
