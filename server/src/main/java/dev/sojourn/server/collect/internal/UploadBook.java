package dev.sojourn.server.collect.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of uploads.
@Repository
class UploadBook {

  private final JdbcClient jdbc;

  UploadBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(Upload upload, String workspace, Instant now) {
    jdbc.sql(
            """
            insert into upload (id, workspace, name, bytes, created_at)
            values (:id, :workspace, :name, :bytes, :now)
            """)
        .param("id", upload.id())
        .param("workspace", workspace)
        .param("name", upload.name())
        .param("bytes", upload.bytes())
        .param("now", now.toEpochMilli())
        .update();
  }

  Optional<Upload> find(String workspace, String id) {
    return jdbc.sql("select id, name, bytes from upload where id = :id and workspace = :workspace")
        .param("id", id)
        .param("workspace", workspace)
        .query((row, number) ->
            new Upload(row.getString("id"), row.getString("name"), row.getLong("bytes")))
        .optional();
  }

  /// The ids of a workspace that came before a moment.
  List<String> before(String workspace, Instant moment) {
    return jdbc.sql("select id from upload where workspace = :workspace and created_at < :moment")
        .param("workspace", workspace)
        .param("moment", moment.toEpochMilli())
        .query((row, number) -> row.getString("id"))
        .list();
  }

  /// All ids of a workspace.
  List<String> ids(String workspace) {
    return jdbc.sql("select id from upload where workspace = :workspace")
        .param("workspace", workspace)
        .query((row, number) -> row.getString("id"))
        .list();
  }

  void remove(String id) {
    jdbc.sql("delete from upload where id = :id").param("id", id).update();
  }
}
