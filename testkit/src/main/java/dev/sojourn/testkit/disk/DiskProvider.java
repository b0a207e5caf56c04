package dev.sojourn.testkit.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What programs may do with the disk in memory.
final class DiskProvider extends FileSystemProvider {

  static final String SCHEME = "faulty";

  private final FaultyDisk disk;

  DiskProvider(FaultyDisk disk) {
    this.disk = disk;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException("a disk in memory is made by its constructor");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("a disk in memory has no address");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("a disk in memory has no address");
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    synchronized (disk) {
      disk.check();
      DiskPath at = DiskPath.of(path);
      if (at.names().isEmpty()) {
        return new DiskChannel(disk, disk.node(at), false);
      }
      Node.Folder folder = disk.parent(at);
      String name = at.names().getLast();
      boolean exists = folder.names().containsKey(name);
      if (exists && options.contains(StandardOpenOption.CREATE_NEW)) {
        throw new FileAlreadyExistsException(path.toString());
      }
      if (!exists
          && !options.contains(StandardOpenOption.CREATE)
          && !options.contains(StandardOpenOption.CREATE_NEW)) {
        throw new NoSuchFileException(path.toString());
      }
      if (!exists) {
        disk.spend();
        folder.put(name, new Node.File());
      }
      Node node = folder.child(name, path);
      if (exists && options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
        disk.spend();
        node.asFile(path).truncate(0);
      }
      return new DiskChannel(disk, node, options.contains(StandardOpenOption.WRITE));
    }
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    synchronized (disk) {
      disk.check();
      List<Path> paths =
          disk.node(DiskPath.of(folder)).asFolder(folder).names().keySet().stream()
              .map(folder::resolve)
              .toList();
      return new DirectoryStream<>() {
        @Override
        public Iterator<Path> iterator() {
          return paths.iterator();
        }

        @Override
        public void close() {
          // Nothing is held open.
        }
      };
    }
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    synchronized (disk) {
      DiskPath at = DiskPath.of(path);
      Node.Folder folder = disk.parent(at);
      if (folder.names().containsKey(at.names().getLast())) {
        throw new FileAlreadyExistsException(path.toString());
      }
      disk.spend();
      folder.put(at.names().getLast(), new Node.Folder());
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    synchronized (disk) {
      disk.check();
      DiskPath at = DiskPath.of(path);
      if (disk.node(at) instanceof Node.Folder folder && !folder.names().isEmpty()) {
        throw new DirectoryNotEmptyException(path.toString());
      }
      disk.spend();
      disk.parent(at).remove(at.names().getLast());
    }
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) {
    throw new UnsupportedOperationException("the disk in memory does not copy");
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    synchronized (disk) {
      disk.check();
      DiskPath source = DiskPath.of(from);
      DiskPath target = DiskPath.of(to);
      if (!source
          .names()
          .subList(0, source.getNameCount() - 1)
          .equals(target.names().subList(0, target.getNameCount() - 1))) {
        throw new UnsupportedOperationException("the disk in memory renames within a folder only");
      }
      Node node = disk.node(source);
      disk.spend();
      disk.parent(source).rename(source.names().getLast(), target.names().getLast(), node);
    }
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return DiskPath.of(one).equals(DiskPath.of(other));
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("the disk in memory has no store");
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    synchronized (disk) {
      disk.check();
      disk.node(DiskPath.of(path));
    }
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    synchronized (disk) {
      disk.check();
      Node node = disk.node(DiskPath.of(path));
      return type.cast(new Attributes(node instanceof Node.File f ? f.size() : -1));
    }
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException("the disk in memory has no named attributes");
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException("the disk in memory has no named attributes");
  }

  /// Of a file with a size, or of a folder when that is negative.
  private record Attributes(long bytes) implements BasicFileAttributes {
    @Override
    public FileTime lastModifiedTime() {
      return FileTime.fromMillis(0);
    }

    @Override
    public FileTime lastAccessTime() {
      return FileTime.fromMillis(0);
    }

    @Override
    public FileTime creationTime() {
      return FileTime.fromMillis(0);
    }

    @Override
    public boolean isRegularFile() {
      return bytes >= 0;
    }

    @Override
    public boolean isDirectory() {
      return bytes < 0;
    }

    @Override
    public boolean isSymbolicLink() {
      return false;
    }

    @Override
    public boolean isOther() {
      return false;
    }

    @Override
    public long size() {
      return Math.max(0, bytes);
    }

    @Override
    public @Nullable Object fileKey() {
      return null;
    }
  }
}
