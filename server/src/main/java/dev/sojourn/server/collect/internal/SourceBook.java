package dev.sojourn.server.collect.internal;

import dev.sojourn.server.collect.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/// The table of sources, and that of how many events each had when an import began.
@Repository
class SourceBook {

  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  SourceBook(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// What is known of a source beside its events.
  ///
  /// @param rejectedFile where its refused rows are kept; null when there are none
  record Entry(
      String id,
      String logSource,
      String name,
      Source.Kind kind,
      @Nullable String format,
      Instant importedAt,
      long read,
      long stored,
      long duplicates,
      long rejected,
      @Nullable String rejectedFile,
      boolean synthetic) {}

  void put(String workspace, Entry entry) {
    jdbc.sql(
            """
            insert into source (workspace, id, log_source, name, kind, format, imported_at,
              rows_read, stored, duplicates, rejected, rejected_file, synthetic)
            values (:workspace, :id, :log, :name, :kind, :format, :at, :read, :stored, :duplicates,
              :rejected, :file, :synthetic)
            on conflict (workspace, id) do update set name = excluded.name, kind = excluded.kind,
              format = excluded.format, imported_at = excluded.imported_at,
              rows_read = excluded.rows_read, stored = excluded.stored,
              duplicates = excluded.duplicates, rejected = excluded.rejected,
              rejected_file = excluded.rejected_file, synthetic = excluded.synthetic
            """)
        .param("workspace", workspace)
        .param("id", entry.id())
        .param("log", entry.logSource())
        .param("name", entry.name())
        .param("kind", entry.kind().name())
        .param("format", entry.format())
        .param("at", entry.importedAt().toEpochMilli())
        .param("read", entry.read())
        .param("stored", entry.stored())
        .param("duplicates", entry.duplicates())
        .param("rejected", entry.rejected())
        .param("file", entry.rejectedFile())
        .param("synthetic", entry.synthetic())
        .update();
  }

  List<Entry> of(String workspace) {
    return jdbc.sql(
            "select * from source where workspace = :workspace order by imported_at desc, id")
        .param("workspace", workspace)
        .query(SourceBook::row)
        .list();
  }

  Optional<Entry> find(String workspace, String id) {
    return jdbc.sql("select * from source where workspace = :workspace and id = :id")
        .param("workspace", workspace)
        .param("id", id)
        .query(SourceBook::row)
        .optional();
  }

  /// The counts with which an import began; those of its first run, when it is resumed.
  Map<String, Long> begun(String job, Map<String, Long> now) {
    jdbc.sql(
            "insert into import_start (job, events) values (:job, :events) on conflict (job) do nothing")
        .param("job", job)
        .param("events", json.writeValueAsString(now))
        .update();
    return json.readValue(
        jdbc.sql("select events from import_start where job = :job")
            .param("job", job)
            .query(String.class)
            .single(),
        COUNTS);
  }

  void ended(String job) {
    jdbc.sql("delete from import_start where job = :job").param("job", job).update();
  }

  private static Entry row(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getString("id"),
        row.getString("log_source"),
        row.getString("name"),
        Source.Kind.valueOf(row.getString("kind")),
        row.getString("format"),
        Instant.ofEpochMilli(row.getLong("imported_at")),
        row.getLong("rows_read"),
        row.getLong("stored"),
        row.getLong("duplicates"),
        row.getLong("rejected"),
        row.getString("rejected_file"),
        row.getBoolean("synthetic"));
  }
}
