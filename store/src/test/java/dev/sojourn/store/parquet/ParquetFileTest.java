package dev.sojourn.store.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.store.event.TextColumn;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written is read back exactly, by our reader and by DuckDB.
class ParquetFileTest {

  private static final long MISSING = Long.MIN_VALUE;

  @TempDir Path folder;

  /// Columns as lists: numbers of all shapes, texts few and many, missing values, a late column.
  private static final class Table {
    final List<Long> count = new ArrayList<>();
    final List<Long> hash = new ArrayList<>();
    final List<@Nullable Long> time = new ArrayList<>();
    final List<String> many = new ArrayList<>();
    final List<@Nullable String> few = new ArrayList<>();
    final List<@Nullable String> late = new ArrayList<>();
  }

  @Test
  void readsBackWhatWasWritten() throws IOException, SQLException {
    for (int seed = 0; seed < 6 * Integer.getInteger("sojourn.torture", 1); seed++) {
      Table table = new Table();
      Path file = folder.resolve("t" + seed + ".parquet");
      WrittenFile written = write(file, table, new Random(seed), seed);
      assertEquals(Files.size(file), written.bytes());
      assertEquals(table.count.size(), written.rows(), "seed " + seed);
      check(file, table, seed);
      checkWithDuckDb(file, table, seed);
    }
  }

  @Test
  void namesFileColumnAndOffsetOfAFlippedByte() throws IOException {
    Path file = folder.resolve("flip.parquet");
    write(file, new Table(), new Random(7), 7);
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      int at = random.nextInt(good.length - 4_000);
      bad[at] ^= (byte) (1 << random.nextInt(8));
      DamagedFileException e =
          assertThrows(DamagedFileException.class, () -> readAll(bad), "flipped at " + at);
      assertTrue(e.getMessage().startsWith("flip.parquet"), e.getMessage());
    }
  }

  @Test
  void refusesAFileThatWasCut() throws IOException {
    Path file = folder.resolve("cut.parquet");
    write(file, new Table(), new Random(7), 7);
    byte[] good = Files.readAllBytes(file);
    for (int size : new int[] {0, 3, 11, 100, good.length - 1}) {
      assertThrows(DamagedFileException.class, () -> readAll(java.util.Arrays.copyOf(good, size)));
    }
  }

  private static void readAll(byte[] bytes) {
    ParquetReader reader = new ParquetReader(MemorySegment.ofArray(bytes), "flip.parquet");
    for (int c = 0; c < reader.columns().size(); c++) {
      ColumnReader in = reader.open(c);
      boolean text = reader.columns().get(c).type() == ParquetColumn.Type.TEXT;
      while (in.next() > 0) {
        if (text) {
          in.texts(new TextColumn(false));
        } else {
          in.longs(new long[ColumnReader.PAGE_ROWS], MISSING);
        }
      }
    }
  }

  private static WrittenFile write(Path file, Table table, Random random, int seed)
      throws IOException {
    List<ParquetColumn> columns =
        List.of(
            ParquetColumn.required("count", ParquetColumn.Type.NUMBER),
            ParquetColumn.required("hash", ParquetColumn.Type.HASH),
            ParquetColumn.optional("time", ParquetColumn.Type.TIME),
            ParquetColumn.required("many", ParquetColumn.Type.TEXT),
            ParquetColumn.optional("few", ParquetColumn.Type.TEXT)
                .withNotes(Map.of("kind", "NUMBER")));
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ParquetWriter writer =
            new ParquetWriter(channel, columns, 70_000, Map.of("version", "1"))) {
      TextColumn many = new TextColumn(seed % 2 == 0);
      TextColumn few = new TextColumn(true);
      TextColumn late = new TextColumn(true);
      int lateColumn = -1;
      int batches = 1 + random.nextInt(8);
      for (int b = 0; b < batches; b++) {
        int size = 1 + random.nextInt(40_000);
        many.clearRows();
        few.clearRows();
        late.clearRows();
        Batch batch = new Batch(size, random, seed, many, few, late);
        int[] rows = java.util.stream.IntStream.range(0, size).filter(i -> i % 7 != 3).toArray();
        int[] n = {rows.length};
        writer.addLongs(0, pick(batch.count, rows), n[0]);
        writer.addLongs(1, pick(batch.hash, rows), n[0]);
        writer.addLongs(2, pick(batch.time, rows), n[0], MISSING);
        writer.addTexts(3, many, rows, n[0]);
        writer.addTexts(4, few, rows, n[0]);
        if (b >= 2) {
          if (lateColumn < 0) {
            lateColumn = writer.addColumn(ParquetColumn.optional("late", ParquetColumn.Type.TEXT));
          }
          writer.addTexts(lateColumn, late, rows, n[0]);
        }
        writer.endRows(n[0]);
        for (int r : rows) {
          table.count.add(batch.count[r]);
          table.hash.add(batch.hash[r]);
          table.time.add(batch.time[r] == MISSING ? null : batch.time[r]);
          table.many.add(many.text(r));
          table.few.add(few.text(r));
          table.late.add(b >= 2 ? late.text(r) : null);
        }
      }
      return writer.finish();
    }
  }

  private static long[] pick(long[] values, int[] rows) {
    return java.util.Arrays.stream(rows).mapToLong(r -> values[r]).toArray();
  }

  private static final class Batch {
    final long[] count;
    final long[] hash;
    final long[] time;

    Batch(int size, Random random, int seed, TextColumn many, TextColumn few, TextColumn late) {
      count = new long[size];
      hash = new long[size];
      time = new long[size];
      int distinct = new int[] {1, 2, 40, 500, 60_000, 3}[seed % 6];
      for (int i = 0; i < size; i++) {
        count[i] = seed == 3 ? random.nextLong() : i;
        hash[i] = random.nextLong();
        time[i] =
            random.nextInt(10) == 0 && seed != 4
                ? MISSING
                : 1_700_000_000_000_000L + random.nextInt(1 << (seed * 5));
        many.add(Integer.toString(random.nextInt(80_000)));
        if (random.nextInt(8) == 0) {
          few.addMissing();
        } else {
          few.add("größe " + (i % 5_000 < 2_000 ? 0 : random.nextInt(distinct)));
        }
        if (seed == 2 || random.nextBoolean()) {
          late.addMissing();
        } else {
          late.add(random.nextBoolean() ? "" : "x".repeat(random.nextInt(40)));
        }
      }
    }
  }

  private static void check(Path file, Table table, int seed) throws IOException {
    ParquetReader reader =
        new ParquetReader(
            MemorySegment.ofArray(Files.readAllBytes(file)), file.getFileName().toString());
    assertEquals(table.count.size(), reader.rows());
    assertEquals("1", reader.notes().get("version"));
    assertEquals("NUMBER", reader.columns().get(4).notes().get("kind"));
    assertEquals(table.count, longs(reader, 0), "seed " + seed);
    assertEquals(table.hash, longs(reader, 1), "seed " + seed);
    assertEquals(table.time, longs(reader, 2), "seed " + seed);
    assertEquals(table.many, texts(reader, 3, false), "seed " + seed);
    assertEquals(table.many, texts(reader, 3, true), "seed " + seed);
    assertEquals(table.few, texts(reader, 4, true), "seed " + seed);
    assertEquals(table.few, texts(reader, 4, false), "seed " + seed);
    int late = reader.indexOf("late");
    if (late >= 0) {
      assertEquals(table.late, texts(reader, late, true), "seed " + seed);
    }
  }

  private static List<@Nullable Long> longs(ParquetReader reader, int column) {
    List<@Nullable Long> all = new ArrayList<>();
    ColumnReader in = reader.open(column);
    long[] page = new long[ColumnReader.PAGE_ROWS];
    for (int rows = in.next(); rows > 0; rows = in.next()) {
      in.longs(page, MISSING);
      for (int i = 0; i < rows; i++) {
        all.add(page[i] == MISSING ? null : (Long) page[i]);
      }
    }
    return all;
  }

  private static List<@Nullable String> texts(ParquetReader reader, int column, boolean coded) {
    List<@Nullable String> all = new ArrayList<>();
    ColumnReader in = reader.open(column);
    TextColumn page = new TextColumn(coded);
    for (int rows = in.next(); rows > 0; rows = in.next()) {
      page.clearRows();
      in.texts(page);
      for (int i = 0; i < rows; i++) {
        all.add(page.text(i));
      }
    }
    return all;
  }

  private static void checkWithDuckDb(Path file, Table table, int seed) throws SQLException {
    boolean late = table.late.stream().anyMatch(t -> t != null);
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count, hash, epoch_us(time), many, few"
                    + (late ? ", late" : "")
                    + " from read_parquet('"
                    + file
                    + "')")) {
      int i = 0;
      while (row.next()) {
        String at = "seed " + seed + " row " + i;
        assertEquals(table.count.get(i), row.getLong(1), at);
        assertEquals(table.hash.get(i), row.getLong(2), at);
        long time = row.getLong(3);
        assertEquals(table.time.get(i), row.wasNull() ? null : (Long) time, at);
        assertEquals(table.many.get(i), row.getString(4), at);
        assertEquals(table.few.get(i), row.getString(5), at);
        if (late) {
          assertEquals(table.late.get(i), row.getString(6), at);
        }
        i++;
      }
      assertEquals(table.count.size(), i);
    }
  }
}
