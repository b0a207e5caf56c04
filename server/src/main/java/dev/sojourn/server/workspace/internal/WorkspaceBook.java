package dev.sojourn.server.workspace.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of workspaces.
@Repository
public class WorkspaceBook {

  private final JdbcClient jdbc;

  WorkspaceBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A row of the table.
  record Entry(String id, String name, boolean synthetic, @Nullable String note) {}

  List<Entry> all() {
    return jdbc.sql("select id, name, synthetic, note from workspace order by name, id")
        .query(WorkspaceBook::row)
        .list();
  }

  Optional<Entry> find(String id) {
    return jdbc.sql("select id, name, synthetic, note from workspace where id = :id")
        .param("id", id)
        .query(WorkspaceBook::row)
        .optional();
  }

  /// Adds an entry unless its id is taken.
  ///
  /// @return whether it was added
  boolean add(Entry entry, Instant now) {
    return jdbc.sql(
                """
                insert into workspace (id, name, synthetic, note, created_at)
                values (:id, :name, :synthetic, :note, :now) on conflict (id) do nothing
                """)
            .param("id", entry.id())
            .param("name", entry.name())
            .param("synthetic", entry.synthetic())
            .param("note", entry.note())
            .param("now", now.toEpochMilli())
            .update()
        > 0;
  }

  boolean rename(String id, String name) {
    return jdbc.sql("update workspace set name = :name where id = :id")
            .param("name", name)
            .param("id", id)
            .update()
        > 0;
  }

  private static Entry row(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getString("id"),
        row.getString("name"),
        row.getBoolean("synthetic"),
        row.getString("note"));
  }
}
