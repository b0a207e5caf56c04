package dev.sojourn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sojourn.store.files.ImportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import needs for a while lies in its workspace, where nothing outlives it.
class ScratchTest {

  @TempDir private Path folder = Path.of("");

  private Installation open() throws IOException {
    return Installation.open(folder.resolve("data"), InstantSource.system(), new Random(7));
  }

  private Path packedParquet() throws SQLException, IOException {
    Path plain = folder.resolve("events.parquet");
    try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
        Statement s = c.createStatement()) {
      s.execute(
          "copy (select 'c' || i as customer, 'e' as event, i as time from range(1000) t(i)) to '"
              + plain
              + "' (format parquet)");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(Files.readAllBytes(plain));
    }
    Files.delete(plain);
    return Files.write(folder.resolve("events.parquet.gz"), packed.toByteArray());
  }

  private static Set<Path> parquetIn(Path folder) throws IOException {
    Set<Path> found = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(Files::isRegularFile).collect(Collectors.toList());
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        if (new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PAR1")) {
          found.add(file);
        }
      } catch (IOException gone) {
        // Others come and go in the folder of the system.
        continue;
      }
    }
    return found;
  }

  @Test
  void aPackedFileIsUnpackedInsideTheWorkspaceAndNowhereElse() throws SQLException, IOException {
    Path file = packedParquet();
    Path system = Path.of(System.getProperty("java.io.tmpdir"));
    Set<Path> before = parquetIn(system);
    try (Installation installation = open()) {
      Workspace workspace = installation.workspace(Installation.DEFAULT_WORKSPACE);
      Path scratch = folder.resolve("data/workspaces/default/scratch");
      List<Integer> there = new ArrayList<>();
      Set<Path> outside = new TreeSet<>();
      ImportReport report =
          workspace.importFiles(
              List.of(file),
              ImportOptions.defaults(),
              (path, bytes, total, rows) -> {
                try {
                  there.add(parquetIn(scratch).size());
                  outside.addAll(parquetIn(system));
                  outside.addAll(parquetIn(folder));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                return true;
              });
      assertEquals(1000, report.sum(ImportReport.FileReport::stored));
      assertEquals(Set.of(1), Set.copyOf(there));
      outside.removeAll(before);
      assertEquals(Set.of(), outside);
      assertEquals(Set.of(), parquetIn(scratch));
    }
  }

  @Test
  void whatAKilledImportLeftIsGoneOnceTheWorkspaceIsOpen() throws IOException {
    Path left = folder.resolve("data/workspaces/default/scratch/unpacked-1.parquet");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "PAR1 ann");
    try (Installation installation = open()) {
      installation.workspace(Installation.DEFAULT_WORKSPACE);
      assertFalse(Files.exists(left));
    }
  }
}
