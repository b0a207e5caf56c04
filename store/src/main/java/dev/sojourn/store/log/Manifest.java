package dev.sojourn.store.log;

import dev.sojourn.store.log.frame.DurableFolder;
import dev.sojourn.store.log.frame.FrameFile;
import dev.sojourn.store.log.frame.FrameScan;
import dev.sojourn.store.log.frame.Frames;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The file that says what the log consists of: a first record with everything, then a record for
/// every change. A change is made once its record is on disk. When the changes outgrow the
/// beginning, a new manifest takes over; the one with the highest number counts. For one thread at
/// a time.
final class Manifest implements AutoCloseable {

  static final String SUFFIX = ".manifest";
  private static final String NAME = "manifest-%08d" + SUFFIX;
  private static final long LARGEST = 1 << 20;
  private static final int GROWTH = 4;
  private static final int NAMES_AT_ONCE = 64;

  private final DurableFolder folder;
  private final Catalog catalog = new Catalog();
  private String name;
  private FrameFile file;
  private long beginning;
  private long nextName;
  private boolean nameDurable = true;
  private int rollOversRefused;

  private Manifest(DurableFolder folder, String name, FrameFile file, List<CatalogChange> changes) {
    this.folder = folder;
    this.name = name;
    this.file = file;
    changes.forEach(catalog::apply);
    nextName = catalog.nextName();
    beginning = file.length();
  }

  /// Opens the manifest of a folder, or begins one.
  ///
  /// @param lineage names a new log
  /// @param notices receives what had to be mended
  static Manifest open(DurableFolder folder, String lineage, List<Finding> notices)
      throws IOException {
    List<String> found = folder.names().stream().filter(n -> n.endsWith(SUFFIX)).toList();
    if (found.isEmpty()) {
      CatalogChange first = new CatalogChange();
      first.lineage = lineage;
      first.nextName = 2;
      first.nextSequence = 1;
      String name = name(1);
      byte[] frame = Frames.frame(first.toBytes());
      folder.write(name, frame);
      return new Manifest(
          folder, name, FrameFile.open(folder.file(name), frame.length), List.of(first));
    }
    String name = found.getLast();
    FrameScan scan = FrameScan.read(folder.file(name));
    switch (scan.tail()) {
      case NONE -> {}
      case TORN ->
          notices.add(
              new Finding(
                  name,
                  "the last "
                      + (scan.bytes() - scan.validBytes())
                      + " bytes were an interrupted write and were cut",
                  false));
      case DOUBTFUL, DAMAGED -> throw damaged(name, scan);
    }
    if (scan.frames().isEmpty()) {
      throw damaged(name, scan);
    }
    List<CatalogChange> changes =
        scan.frames().stream()
            .map(f -> CatalogChange.read(f.bytes(), name + " at offset " + f.offset()))
            .toList();
    return new Manifest(
        folder, name, FrameFile.open(folder.file(name), scan.validBytes()), changes);
  }

  private static DamagedLogException damaged(String name, FrameScan scan) {
    return new DamagedLogException(
        name
            + ": the record at offset "
            + scan.validBytes()
            + " is damaged; restore the folder from a backup, since without this record it is not"
            + " known which files belong to the log");
  }

  private static String name(long number) {
    return String.format(Locale.ROOT, NAME, number);
  }

  Catalog catalog() {
    return catalog;
  }

  /// The file that counts now.
  String name() {
    return name;
  }

  /// Makes a change, durably.
  ///
  /// @throws IOException when the disk refuses; nothing has then changed
  void commit(CatalogChange change) throws IOException {
    if (!nameDurable) {
      folder.sync();
      nameDurable = true;
    }
    change.nextName = Math.max(change.nextName, catalog.nextName());
    byte[] frame = Frames.frame(change.toBytes());
    file.append(frame, frame.length);
    catalog.apply(change);
    if (file.length() > Math.max(LARGEST, beginning * GROWTH)) {
      rollOver();
    }
  }

  /// A file number that was never used.
  long newNumber() throws IOException {
    if (nextName == catalog.nextName()) {
      CatalogChange reserve = new CatalogChange();
      reserve.nextName = nextName + NAMES_AT_ONCE;
      commit(reserve);
    }
    return nextName++;
  }

  /// Begins a new manifest. Where the disk refuses, the old one goes on and the next change tries
  /// again: the change that led here is made either way.
  private void rollOver() {
    if (nextName == catalog.nextName()) {
      CatalogChange reserve = new CatalogChange();
      reserve.nextName = nextName + NAMES_AT_ONCE;
      // Becomes durable with the new manifest, which holds the whole catalog.
      catalog.apply(reserve);
    }
    String next = name(nextName++);
    byte[] frame = Frames.frame(catalog.asChange().toBytes());
    try {
      folder.writeUnfinished(next, frame);
      FrameFile opened = FrameFile.open(folder.unfinished(next), frame.length);
      folder.rename(next);
      // From here on the new name is the highest one, so it must be the one that is written.
      file.close();
      String old = name;
      file = opened.movedTo(folder.file(next));
      name = next;
      beginning = frame.length;
      nameDurable = false;
      folder.sync();
      nameDurable = true;
      folder.delete(old);
    } catch (IOException refused) {
      rollOversRefused++;
    }
  }

  /// How often the disk refused a new manifest.
  int rollOversRefused() {
    return rollOversRefused;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
