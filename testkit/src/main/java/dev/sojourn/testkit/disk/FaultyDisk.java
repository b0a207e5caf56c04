package dev.sojourn.testkit.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A disk in memory with the manners of a real one. What a program writes it reads back; but when
/// the power is cut, a file keeps what was there at its last sync and, of the writes since, some
/// first ones, the last of these torn at any byte; a folder keeps its names of the last sync and,
/// of the changes since, some first ones. Thread-safe.
public final class FaultyDisk {

  private final Random random;
  private final DiskFileSystem fileSystem = new DiskFileSystem(new DiskProvider(this));
  private Node.Folder root = new Node.Folder();
  private int power;
  private long operationsLeft = Long.MAX_VALUE;
  private long operations;
  private long space = Long.MAX_VALUE;

  /// @param seed decides what survives a power cut
  public FaultyDisk(long seed) {
    random = new Random(seed);
  }

  /// The root folder.
  public Path root() {
    return fileSystem.getPath("/");
  }

  /// Operations so far that change something or sync.
  public synchronized long operations() {
    return operations;
  }

  /// Cuts the power after so many more operations that change something or sync: every later
  /// operation fails until [#restart()].
  public synchronized void cutPowerAfter(long more) {
    operationsLeft = more;
  }

  /// Whether the power is cut.
  public synchronized boolean isOff() {
    return operationsLeft <= 0;
  }

  /// Lets the files have so many bytes in all; a write beyond that is refused half way.
  public synchronized void limit(long bytes) {
    space = bytes;
  }

  /// Cuts the power now, if it is not, and turns it on again: what was not synced is gone or torn,
  /// open files are closed.
  public synchronized void restart() {
    root.crash(random);
    power++;
    operationsLeft = Long.MAX_VALUE;
  }

  /// Changes a bit of a file, behind the back of everybody.
  public synchronized void flip(Path file, long offset, int bit) throws IOException {
    node(DiskPath.of(file)).asFile(file).flip(Math.toIntExact(offset), bit);
  }

  /// The bytes of every file now.
  public synchronized Map<String, byte[]> files() {
    Map<String, byte[]> all = new TreeMap<>();
    collect(root, "", all);
    return all;
  }

  private static void collect(Node.Folder folder, String path, Map<String, byte[]> all) {
    folder
        .names()
        .forEach((name, node) -> {
          switch (node) {
            case Node.Folder f -> collect(f, path + "/" + name, all);
            case Node.File f -> all.put(path + "/" + name, f.content());
          }
        });
  }

  /// Counts an operation that changes something or syncs.
  ///
  /// @throws IOException when the power is cut
  void spend() throws IOException {
    if (operationsLeft <= 0) {
      throw new IOException("the power is cut");
    }
    operations++;
    if (operationsLeft != Long.MAX_VALUE) {
      operationsLeft--;
      if (operationsLeft == 0) {
        throw new IOException("the power is cut");
      }
    }
  }

  /// @throws IOException when the power is cut
  void check() throws IOException {
    if (operationsLeft <= 0) {
      throw new IOException("the power is cut");
    }
  }

  /// Bytes that may still be written.
  long room() {
    long used = 0;
    List<Node.Folder> folders = new ArrayList<>(List.of(root));
    while (!folders.isEmpty()) {
      for (Node node : folders.removeLast().names().values()) {
        switch (node) {
          case Node.Folder f -> folders.add(f);
          case Node.File f -> used += f.size();
        }
      }
    }
    return Math.max(0, space - used);
  }

  boolean isLimited() {
    return space != Long.MAX_VALUE;
  }

  /// Counts how often the power came back; a channel of before is closed.
  int power() {
    return power;
  }

  /// The node at a path.
  ///
  /// @throws java.nio.file.NoSuchFileException when there is none
  Node node(DiskPath path) throws IOException {
    Node node = root;
    for (String name : path.names()) {
      node = node.asFolder(path).child(name, path);
    }
    return node;
  }

  /// The folder that holds, or would hold, a path.
  Node.Folder parent(DiskPath path) throws IOException {
    Node.Folder node = root;
    for (String name : path.names().subList(0, path.names().size() - 1)) {
      node = node.child(name, path).asFolder(path);
    }
    return node;
  }
}
