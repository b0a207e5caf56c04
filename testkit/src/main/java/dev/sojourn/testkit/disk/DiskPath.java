package dev.sojourn.testkit.disk;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path of the disk in memory. Immutable.
record DiskPath(DiskFileSystem fileSystem, boolean absolute, List<String> names) implements Path {

  static DiskPath of(Path path) {
    if (path instanceof DiskPath disk) {
      return disk.toAbsolutePath();
    }
    throw new ProviderMismatchException();
  }

  static DiskPath parse(DiskFileSystem fileSystem, String text) {
    List<String> names =
        Arrays.stream(text.split("/", -1)).filter(n -> !n.isEmpty() && !n.equals(".")).toList();
    return new DiskPath(fileSystem, text.startsWith("/"), names);
  }

  private DiskPath with(boolean isAbsolute, List<String> parts) {
    return new DiskPath(fileSystem, isAbsolute, List.copyOf(parts));
  }

  @Override
  public FileSystem getFileSystem() {
    return fileSystem;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return absolute ? with(true, List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : with(false, List.of(names.getLast()));
  }

  @Override
  public @Nullable Path getParent() {
    if (names.isEmpty() || (names.size() == 1 && !absolute)) {
      return null;
    }
    return with(absolute, names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return with(false, List.of(names.get(index)));
  }

  @Override
  public Path subpath(int from, int to) {
    return with(false, names.subList(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof DiskPath d
        && d.absolute == absolute
        && d.names.size() <= names.size()
        && names.subList(0, d.names.size()).equals(d.names);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof DiskPath d
        && d.names.size() <= names.size()
        && names.subList(names.size() - d.names.size(), names.size()).equals(d.names);
  }

  @Override
  public Path normalize() {
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      if (name.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else {
        parts.add(name);
      }
    }
    return with(absolute, parts);
  }

  @Override
  public Path resolve(Path other) {
    if (!(other instanceof DiskPath d)) {
      throw new ProviderMismatchException();
    }
    if (d.absolute) {
      return d;
    }
    List<String> parts = new ArrayList<>(names);
    parts.addAll(d.names);
    return with(absolute, parts);
  }

  @Override
  public Path relativize(Path other) {
    if (!other.startsWith(this)) {
      throw new IllegalArgumentException(other + " is not below " + this);
    }
    return with(false, ((DiskPath) other).names.subList(names.size(), other.getNameCount()));
  }

  @Override
  public URI toUri() {
    return URI.create(DiskProvider.SCHEME + ":" + toAbsolutePath());
  }

  @Override
  public DiskPath toAbsolutePath() {
    return absolute ? this : with(true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("the disk in memory cannot be watched");
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return (absolute ? "/" : "") + String.join("/", names);
  }
}
