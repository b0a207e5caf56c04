package dev.sojourn.server.atlas.internal;

import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.atlas.StoredMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/// The table of maps.
@Repository
class MapTable {

  private static final String MAP = "select id, workspace, revision, document, updated_at";

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  MapTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A map in a list.
  record Listed(String id, long revision, Instant updatedAt, MapOutline outline) {}

  /// Whether an id is taken, by a map of any workspace, in the bin or not.
  boolean isTaken(String id) {
    return jdbc.sql("select count(*) from journey_map where id = :id")
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  void insert(String workspace, JourneyMap map, Instant now) {
    jdbc.sql(
            """
            insert into journey_map (id, workspace, revision, document, summary, created_at,
              updated_at)
            values (:id, :workspace, 1, :document, :summary, :now, :now)
            """)
        .param("id", map.id().toString())
        .param("workspace", workspace)
        .param("document", MapJson.text(map))
        .param("summary", json.writeValueAsString(MapOutline.of(map)))
        .param("now", now.toEpochMilli())
        .update();
  }

  /// Replaces a map unless somebody else has changed it meanwhile.
  ///
  /// @param former the revision that it is to have still
  /// @return whether it was replaced
  boolean update(JourneyMap map, long former, Instant now) {
    return jdbc.sql(
                """
                update journey_map set document = :document, summary = :summary,
                  revision = revision + 1, updated_at = :now
                where id = :id and revision = :former
                """)
            .param("id", map.id().toString())
            .param("former", former)
            .param("document", MapJson.text(map))
            .param("summary", json.writeValueAsString(MapOutline.of(map)))
            .param("now", now.toEpochMilli())
            .update()
        > 0;
  }

  /// A map that is not in the bin.
  Optional<StoredMap> find(String id) {
    return jdbc.sql(MAP + " from journey_map where id = :id and binned_at is null")
        .param("id", id)
        .query(MapTable::map)
        .optional();
  }

  /// A map, in the bin or not.
  Optional<StoredMap> findAnywhere(String id) {
    return jdbc.sql(MAP + " from journey_map where id = :id")
        .param("id", id)
        .query(MapTable::map)
        .optional();
  }

  List<StoredMap> of(String workspace) {
    return jdbc.sql(
            MAP
                + " from journey_map where workspace = :workspace and binned_at is null"
                + " order by updated_at desc, id")
        .param("workspace", workspace)
        .query(MapTable::map)
        .list();
  }

  /// The maps of a workspace without their documents, the latest changed first.
  List<Listed> listed(String workspace, boolean binned) {
    return jdbc.sql(
            "select id, revision, summary, updated_at from journey_map where workspace = :workspace"
                + " and binned_at is "
                + (binned
                    ? "not null order by binned_at desc, id"
                    : "null order by updated_at desc, id"))
        .param("workspace", workspace)
        .query((row, number) ->
            new Listed(
                row.getString("id"),
                row.getLong("revision"),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                json.readValue(row.getString("summary"), MapOutline.class)))
        .list();
  }

  /// Puts a map into the bin.
  ///
  /// @return whether it was there and not binned
  boolean bin(String workspace, String id, Instant now) {
    return jdbc.sql(
                "update journey_map set binned_at = :now where id = :id and workspace = :workspace"
                    + " and binned_at is null")
            .param("now", now.toEpochMilli())
            .param("id", id)
            .param("workspace", workspace)
            .update()
        > 0;
  }

  /// Takes a map out of the bin; nothing happens when it is not in it.
  void restore(String workspace, String id) {
    jdbc.sql("update journey_map set binned_at = null where id = :id and workspace = :workspace")
        .param("id", id)
        .param("workspace", workspace)
        .update();
  }

  private static StoredMap map(ResultSet row, int number) throws SQLException {
    return new StoredMap(
        row.getString("workspace"),
        row.getString("id"),
        row.getLong("revision"),
        Instant.ofEpochMilli(row.getLong("updated_at")),
        MapJson.read(row.getString("document")));
  }
}
