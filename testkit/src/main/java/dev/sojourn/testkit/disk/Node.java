package dev.sojourn.testkit.disk;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A file or a folder: how it is, how it would be after a power cut, and what lies between.
abstract sealed class Node {

  /// Loses what was not synced.
  abstract void crash(Random random);

  Folder asFolder(Path path) throws IOException {
    if (this instanceof Folder folder) {
      return folder;
    }
    throw new NotDirectoryException(path.toString());
  }

  File asFile(Path path) throws IOException {
    if (this instanceof File file) {
      return file;
    }
    throw new IOException(path + " is a folder");
  }

  /// A folder.
  static final class Folder extends Node {

    /// One change of names; a rename removes and puts at once.
    private record Change(@Nullable String removed, @Nullable String put, @Nullable Node node) {}

    private final TreeMap<String, Node> names = new TreeMap<>();
    private final TreeMap<String, Node> durable = new TreeMap<>();
    private final List<Change> pending = new ArrayList<>();

    Map<String, Node> names() {
      return names;
    }

    Node child(String name, Path path) throws IOException {
      Node node = names.get(name);
      if (node == null) {
        throw new NoSuchFileException(path.toString());
      }
      return node;
    }

    void put(String name, Node node) {
      change(new Change(null, name, node));
    }

    void remove(String name) {
      change(new Change(name, null, null));
    }

    void rename(String from, String to, Node node) {
      change(new Change(from, to, node));
    }

    private void change(Change change) {
      apply(change, names);
      pending.add(change);
    }

    private static void apply(Change change, TreeMap<String, Node> to) {
      if (change.removed != null) {
        to.remove(change.removed);
      }
      if (change.put != null && change.node != null) {
        to.put(change.put, change.node);
      }
    }

    void sync() {
      durable.clear();
      durable.putAll(names);
      pending.clear();
    }

    @Override
    void crash(Random random) {
      int kept = random.nextInt(pending.size() + 1);
      pending.subList(0, kept).forEach(c -> apply(c, durable));
      names.clear();
      names.putAll(durable);
      pending.clear();
      names.values().forEach(n -> n.crash(random));
    }
  }

  /// A file.
  static final class File extends Node {

    /// One write, or a cut where there are no bytes.
    private record Write(int at, byte @Nullable [] bytes) {}

    private byte[] bytes = new byte[0];
    private int size;
    private byte[] durable = new byte[0];
    private final List<Write> pending = new ArrayList<>();
    private boolean locked;

    int size() {
      return size;
    }

    byte[] content() {
      return Arrays.copyOf(bytes, size);
    }

    int read(int at, byte[] into, int offset, int length) {
      int some = Math.min(length, size - at);
      if (some <= 0) {
        return -1;
      }
      System.arraycopy(bytes, at, into, offset, some);
      return some;
    }

    void write(int at, byte[] more) {
      put(at, more, more.length);
      pending.add(new Write(at, more));
    }

    void truncate(int to) {
      if (to < size) {
        size = to;
        pending.add(new Write(to, null));
      }
    }

    private void put(int at, byte[] more, int length) {
      int end = at + length;
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
      }
      if (at > size) {
        Arrays.fill(bytes, size, at, (byte) 0);
      }
      System.arraycopy(more, 0, bytes, at, length);
      size = Math.max(size, end);
    }

    void flip(int at, int bit) {
      bytes[at] ^= (byte) (1 << bit);
      if (at < durable.length) {
        durable[at] = bytes[at];
      }
    }

    void sync() {
      durable = content();
      pending.clear();
    }

    boolean lock() {
      boolean free = !locked;
      locked = true;
      return free;
    }

    void unlock() {
      locked = false;
    }

    @Override
    void crash(Random random) {
      int kept = random.nextInt(pending.size() + 1);
      bytes = durable.clone();
      size = durable.length;
      for (int i = 0; i < kept; i++) {
        Write write = pending.get(i);
        if (write.bytes == null) {
          size = Math.min(size, write.at);
        } else {
          boolean torn = i == kept - 1 && random.nextBoolean();
          put(
              write.at,
              write.bytes,
              torn ? random.nextInt(write.bytes.length + 1) : write.bytes.length);
        }
      }
      durable = content();
      pending.clear();
      locked = false;
    }
  }
}
