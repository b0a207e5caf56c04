package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parquet gives the same events as the other formats.
class ParquetTest {

  @TempDir Path folder;

  private Path parquet(String query) throws SQLException {
    Path file = folder.resolve("it's.parquet");
    try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
        Statement s = c.createStatement()) {
      s.execute(
          "copy (" + query + ") to '" + file.toString().replace("'", "''") + "' (format parquet)");
    }
    return file;
  }

  @Test
  void readsRolesTimesAndProperties() throws SQLException, IOException {
    Path file =
        parquet(
            "select 7 as user_id, 'buy' as event, timestamptz '2024-01-01 10:00:00.123456+02' as ts,"
                + " 1.5 as price, true as member, {'a': [1, 2]} as basket, null::varchar as nothing,"
                + " 'nan'::double as odd");
    ReadBack read = ReadBack.of(file);
    ReadBack.Event event = read.events().getFirst();
    assertEquals("7|buy|1704096000123456", event.journeyPart());
    assertEquals(
        Map.of(
            "price:NUMBER", "1.5",
            "member:BOOLEAN", "true",
            "basket:JSON", "{\"a\":[1,2]}",
            "odd:TEXT", "nan"),
        event.properties());
    assertEquals(FileFormat.PARQUET, read.facts().format());
  }

  @Test
  void timesWithoutOffsetAreInTheZoneOfTheCaller() throws SQLException, IOException {
    Path file =
        parquet("select 'a' as customer, 'b' as event, timestamp '2024-07-01 10:00:00' as time");
    ImportOptions o = ImportOptions.defaults();
    ReadBack read =
        ReadBack.of(
            file,
            new ImportOptions(
                o.format(),
                null,
                null,
                null,
                null,
                null,
                ZoneId.of("Europe/Berlin"),
                null,
                null,
                null,
                o.properties(),
                Set.of(),
                null));
    assertEquals(1_719_820_800_000_000L, read.events().getFirst().time());
    assertTrue(read.zoneAssumed());
  }

  @Test
  void keepsTheOrderOfRowsOverManyGroups() throws SQLException, IOException {
    Path file =
        parquet(
            "select 'c' || (i % 97) as customer, 'e' || (i % 7) as event, i as time"
                + " from range(300000) t(i)");
    ReadBack read = ReadBack.of(file);
    assertEquals(300_000, read.events().size());
    for (int i = 0; i < 300_000; i += 1_000) {
      assertEquals(i * 1_000_000L, read.events().get(i).time());
      assertEquals(i + 1, read.events().get(i).ordinal());
    }
  }

  @Test
  void packedParquetIsReadToo() throws SQLException, IOException {
    Path file = parquet("select 'a' as customer, 'b' as event, date '2024-01-01' as time");
    ReadBack plain = ReadBack.of(file);
    Path packed = folder.resolve("packed.parquet");
    Files.write(packed, ReadBack.gzip(Files.readAllBytes(file)));
    assertEquals(plain.events(), ReadBack.of(packed).events());
    assertEquals(List.of(), names(folder.resolve("scratch")));
  }

  @Test
  void packedFileThatIsRefusedLeavesNothing() throws SQLException, IOException {
    Path file = parquet("select 'a' as customer, 'b' as event, 1 as time from range(1000)");
    byte[] bytes = Files.readAllBytes(file);
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    Path packed = Files.write(folder.resolve("packed.parquet"), ReadBack.gzip(cut));
    BadInputTest.assertRefused(packed, "cut or damaged");
    assertEquals(List.of(), names(folder.resolve("scratch")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void cutFileIsRefused() throws SQLException, IOException {
    Path file = parquet("select 'a' as customer, 'b' as event, 1 as time from range(1000)");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    BadInputTest.assertRefused(file, "cut or damaged");
  }
}
