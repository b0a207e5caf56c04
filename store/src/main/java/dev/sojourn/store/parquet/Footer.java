package dev.sojourn.store.parquet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the end of a file says about it.
///
/// @param columns the columns, in order
/// @param groups the row groups, in order; each has a chunk for every column
/// @param notes words about the file
record Footer(List<ParquetColumn> columns, List<RowGroup> groups, Map<String, String> notes) {

  private static final String CREATED_BY = "sojourn";

  /// A run of rows.
  record RowGroup(long rows, List<Chunk> chunks) {}

  /// The pages of a column in a row group.
  ///
  /// @param dictionary where the dictionary page is, or -1 when there is none
  /// @param data where the first data page is; the others follow
  /// @param bytes dictionary and data pages with their headers
  /// @param plainBytes the same before compression
  record Chunk(long dictionary, long data, long bytes, long plainBytes) {
    /// Where the first page of either kind is.
    long start() {
      return dictionary >= 0 ? dictionary : data;
    }
  }

  long rows() {
    return groups.stream().mapToLong(RowGroup::rows).sum();
  }

  void write(ByteSink sink) {
    CompactWriter out = new CompactWriter(sink);
    out.beginElement();
    out.i32(1, 1);
    out.list(2, CompactWriter.STRUCT, columns.size() + 1);
    out.beginElement();
    out.text(4, "schema");
    out.i32(5, columns.size());
    out.end();
    for (ParquetColumn c : columns) {
      schemaElement(c, out);
    }
    out.i64(3, rows());
    out.list(4, CompactWriter.STRUCT, groups.size());
    for (RowGroup group : groups) {
      rowGroup(group, out);
    }
    notes(5, notes, out);
    out.text(6, CREATED_BY);
    out.end();
  }

  private static void schemaElement(ParquetColumn c, CompactWriter out) {
    out.beginElement();
    out.i32(1, c.type() == ParquetColumn.Type.TEXT ? Format.BYTE_ARRAY : Format.INT64);
    out.i32(3, c.optional() ? 1 : 0);
    out.text(4, c.name());
    switch (c.type()) {
      case TEXT -> {
        out.i32(6, Format.CONVERTED_UTF8);
        out.begin(10);
        out.begin(1);
        out.end();
        out.end();
      }
      case TIME -> {
        out.i32(6, Format.CONVERTED_TIMESTAMP_MICROS);
        out.begin(10);
        out.begin(8);
        out.bool(1, true);
        out.begin(2);
        out.begin(2);
        out.end();
        out.end();
        out.end();
        out.end();
      }
      case NUMBER, HASH -> {}
    }
    out.end();
  }

  private void rowGroup(RowGroup group, CompactWriter out) {
    out.beginElement();
    out.list(1, CompactWriter.STRUCT, columns.size());
    for (int c = 0; c < columns.size(); c++) {
      ParquetColumn column = columns.get(c);
      Chunk chunk = group.chunks.get(c);
      out.beginElement();
      out.i64(2, chunk.start());
      out.begin(3);
      out.i32(1, column.type() == ParquetColumn.Type.TEXT ? Format.BYTE_ARRAY : Format.INT64);
      int[] encodings = Format.encodings(column, chunk.dictionary >= 0);
      out.list(2, CompactWriter.I32, encodings.length);
      for (int e : encodings) {
        out.i32Element(e);
      }
      out.list(3, CompactWriter.BINARY, 1);
      out.textElement(column.name());
      out.i32(4, column.compressed() ? Format.ZSTD : Format.UNCOMPRESSED);
      out.i64(5, group.rows);
      out.i64(6, chunk.plainBytes);
      out.i64(7, chunk.bytes);
      if (!column.notes().isEmpty()) {
        notes(8, column.notes(), out);
      }
      out.i64(9, chunk.data);
      if (chunk.dictionary >= 0) {
        out.i64(11, chunk.dictionary);
      }
      out.end();
      out.end();
    }
    out.i64(2, group.chunks.stream().mapToLong(Chunk::plainBytes).sum());
    out.i64(3, group.rows);
    out.end();
  }

  private static void notes(int field, Map<String, String> notes, CompactWriter out) {
    out.list(field, CompactWriter.STRUCT, notes.size());
    notes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(note -> {
          out.beginElement();
          out.text(1, note.getKey());
          out.text(2, note.getValue());
          out.end();
        });
  }

  static Footer read(byte[] bytes, String where) {
    CompactReader in = new CompactReader(bytes, 0, bytes.length, where);
    List<ParquetColumn> columns = new ArrayList<>();
    List<RowGroup> groups = new ArrayList<>();
    Map<String, String> notes = new HashMap<>();
    Map<String, ChunkFacts> facts = new HashMap<>();
    long rows = -1;
    in.begin();
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 2 -> columns = readSchema(in);
        case 3 -> rows = in.number();
        case 4 -> {
          int size = in.list();
          for (int i = 0; i < size; i++) {
            groups.add(readRowGroup(in, columns, facts));
          }
        }
        case 5 -> notes = readNotes(in);
        default -> in.skip();
      }
    }
    Footer footer = new Footer(withFacts(columns, facts), List.copyOf(groups), Map.copyOf(notes));
    Set<String> names = new HashSet<>();
    columns.forEach(c -> names.add(c.name()));
    if (in.position() != bytes.length || footer.rows() != rows || names.size() != columns.size()) {
      throw in.damaged();
    }
    return footer;
  }

  /// What only the chunks say about their column.
  private record ChunkFacts(boolean compressed, Map<String, String> notes) {}

  private static List<ParquetColumn> withFacts(
      List<ParquetColumn> columns, Map<String, ChunkFacts> facts) {
    List<ParquetColumn> known = new ArrayList<>();
    for (ParquetColumn c : columns) {
      ChunkFacts f = facts.get(c.name());
      known.add(
          f == null
              ? c
              : new ParquetColumn(c.name(), c.type(), c.optional(), f.compressed, f.notes));
    }
    return List.copyOf(known);
  }

  private static List<ParquetColumn> readSchema(CompactReader in) {
    int size = in.list();
    List<ParquetColumn> columns = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int type = -1;
      int repetition = 0;
      int converted = -1;
      String name = "";
      in.begin();
      for (int field = in.field(); field != 0; field = in.field()) {
        switch (field) {
          case 1 -> type = in.int32();
          case 3 -> repetition = in.int32();
          case 4 -> name = in.text();
          case 6 -> converted = in.int32();
          default -> in.skip();
        }
      }
      if (i > 0) {
        ParquetColumn.Type kind =
            type == Format.BYTE_ARRAY
                ? ParquetColumn.Type.TEXT
                : converted == Format.CONVERTED_TIMESTAMP_MICROS
                    ? ParquetColumn.Type.TIME
                    : ParquetColumn.Type.NUMBER;
        if (repetition > 1 || (type != Format.BYTE_ARRAY && type != Format.INT64)) {
          throw in.damaged();
        }
        columns.add(new ParquetColumn(name, kind, repetition == 1, true, Map.of()));
      }
    }
    return columns;
  }

  private static RowGroup readRowGroup(
      CompactReader in, List<ParquetColumn> columns, Map<String, ChunkFacts> facts) {
    List<Chunk> chunks = new ArrayList<>();
    long rows = -1;
    in.begin();
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 1 -> {
          int size = in.list();
          for (int i = 0; i < size; i++) {
            in.begin();
            for (int f = in.field(); f != 0; f = in.field()) {
              if (f == 3 && i < columns.size()) {
                chunks.add(readChunk(in, columns.get(i).name(), facts));
              } else {
                in.skip();
              }
            }
          }
        }
        case 3 -> rows = in.number();
        default -> in.skip();
      }
    }
    if (chunks.size() != columns.size() || rows < 1) {
      throw in.damaged();
    }
    return new RowGroup(rows, List.copyOf(chunks));
  }

  private static Chunk readChunk(CompactReader in, String column, Map<String, ChunkFacts> facts) {
    long dictionary = -1;
    long data = -1;
    long bytes = -1;
    long plainBytes = -1;
    boolean compressed = false;
    Map<String, String> notes = Map.of();
    in.begin();
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 4 -> compressed = in.number() == Format.ZSTD;
        case 6 -> plainBytes = in.number();
        case 7 -> bytes = in.number();
        case 8 -> notes = readNotes(in);
        case 9 -> data = in.number();
        case 11 -> dictionary = in.number();
        default -> in.skip();
      }
    }
    if (data < 0 || bytes < 0) {
      throw in.damaged();
    }
    facts.put(column, new ChunkFacts(compressed, notes));
    return new Chunk(dictionary, data, bytes, plainBytes);
  }

  private static Map<String, String> readNotes(CompactReader in) {
    int size = in.list();
    Map<String, String> notes = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String key = "";
      String value = "";
      in.begin();
      for (int field = in.field(); field != 0; field = in.field()) {
        switch (field) {
          case 1 -> key = in.text();
          case 2 -> value = in.text();
          default -> in.skip();
        }
      }
      notes.put(key, value);
    }
    return notes;
  }
}
