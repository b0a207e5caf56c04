package dev.sojourn.store.journeys;

import dev.sojourn.store.journeys.column.DamagedFileException;
import dev.sojourn.store.journeys.column.Partition;
import dev.sojourn.store.journeys.column.PartitionWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder of a generation: names its files, makes a set of them count and removes the others.
/// For one thread.
///
/// `CURRENT` is the manifest of the generation that counts; it is replaced by renaming a file that
/// is on disk already, so at every instant there is an old or a new one, never a torn one.
final class StoreFolder {

  private static final String CURRENT = "CURRENT";
  private static final String COLUMNS = ".columns";
  private static final String ORDER = ".order";
  private static final String TEXTS = ".texts";

  private final Path path;

  /// Opens a folder and creates it when it is missing.
  StoreFolder(Path path) throws IOException {
    this.path = path;
    Files.createDirectories(path);
  }

  Path path() {
    return path;
  }

  String writeVocabulary(StoredVocabulary vocabulary, long number) throws IOException {
    String name = "vocabulary-" + number;
    vocabulary.write(fresh(name + TEXTS));
    return name;
  }

  String writeIdentity(Identity identity, long number) throws IOException {
    String name = "identity-" + number;
    identity.write(fresh(name + TEXTS));
    return name;
  }

  String writeBase(PartitionWriter writer, long number, int partition) throws IOException {
    String name = "base-" + number + "-" + partition;
    writer.write(fresh(name + COLUMNS), fresh(name + ORDER), List.of());
    return name;
  }

  String writeDelta(PartitionWriter writer, List<Integer> masked, long number, int partition)
      throws IOException {
    String name = "delta-" + number + "-" + partition;
    writer.write(fresh(name + COLUMNS), fresh(name + ORDER), masked);
    return name;
  }

  /// A file of this name may be left of a build that was interrupted.
  private Path fresh(String name) throws IOException {
    Path file = path.resolve(name);
    Files.deleteIfExists(file);
    return file;
  }

  StoredVocabulary readVocabulary(String name) throws IOException {
    return StoredVocabulary.read(path.resolve(name + TEXTS));
  }

  Identity readIdentity(String name) throws IOException {
    return Identity.read(path.resolve(name + TEXTS));
  }

  Partition openPartition(String name, boolean check) throws IOException {
    return Partition.open(path.resolve(name + COLUMNS), path.resolve(name + ORDER), check);
  }

  /// The manifest that counts, or null when the folder holds none.
  ///
  /// @throws DamagedFileException when it is not what was written
  @Nullable Manifest readCurrent() throws IOException {
    Path file = path.resolve(CURRENT);
    return Files.exists(file) ? Manifest.parse(Files.readAllBytes(file), file) : null;
  }

  /// The manifest that counts, when it shows the same state of the same log as another; else null.
  @Nullable Manifest readFitting(Manifest other) throws IOException {
    try {
      Manifest found = readCurrent();
      boolean fits =
          found != null
              && found.lineage().equals(other.lineage())
              && found.sequence() == other.sequence();
      return fits ? found : null;
    } catch (DamagedFileException e) {
      return null;
    }
  }

  /// Maps the files of a manifest, or gives null when they are not what was written.
  @Nullable Generation openIfWhole(Manifest manifest) throws IOException {
    try {
      return Generation.open(this, manifest, true);
    } catch (DamagedFileException e) {
      return null;
    }
  }

  /// Makes the files of a manifest, which are on disk, the ones that count.
  void publish(Manifest manifest) throws IOException {
    Path next = path.resolve(CURRENT + ".tmp");
    try (FileChannel file =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(manifest.text().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    force();
    Files.move(next, path.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    force();
  }

  /// Forces the names in the folder to disk.
  private void force() throws IOException {
    try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /// Removes every file that a manifest does not name. Files that are mapped stay readable.
  void sweep(@Nullable Manifest manifest) throws IOException {
    Set<String> kept = new HashSet<>();
    if (manifest != null) {
      kept.add(CURRENT);
      for (String name : manifest.files()) {
        kept.addAll(List.of(name + COLUMNS, name + ORDER, name + TEXTS));
      }
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, Files::isRegularFile)) {
      for (Path file : files) {
        if (!kept.contains(String.valueOf(file.getFileName()))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// Reads every byte of every file of a manifest.
  ///
  /// @return a sentence for each that is not what was written
  List<String> check(Manifest manifest) throws IOException {
    List<String> findings = new ArrayList<>();
    check(() -> readVocabulary(manifest.vocabulary()), findings);
    check(() -> readIdentity(manifest.identity()), findings);
    for (String name : manifest.files().subList(2, manifest.files().size())) {
      check(
          () -> Partition.check(path.resolve(name + COLUMNS), path.resolve(name + ORDER)),
          findings);
    }
    return findings;
  }

  @FunctionalInterface
  private interface Check {
    void run() throws IOException;
  }

  private static void check(Check check, List<String> findings) throws IOException {
    try {
      check.run();
    } catch (DamagedFileException e) {
      findings.add(String.valueOf(e.getMessage()));
    }
  }
}
