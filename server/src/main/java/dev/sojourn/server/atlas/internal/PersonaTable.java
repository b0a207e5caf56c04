package dev.sojourn.server.atlas.internal;

import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.Persona;
import dev.sojourn.server.atlas.MapSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/// The tables of personas and of the maps that show them.
@Repository
class PersonaTable {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  PersonaTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A persona of the library.
  record Kept(Persona persona, long revision) {}

  Optional<Kept> find(String workspace, UUID id) {
    return jdbc.sql(
            "select document, revision from persona where workspace = :workspace and id = :id")
        .param("workspace", workspace)
        .param("id", id.toString())
        .query(this::kept)
        .optional();
  }

  List<Kept> of(String workspace) {
    return jdbc.sql("select document, revision from persona where workspace = :workspace")
        .param("workspace", workspace)
        .query(this::kept)
        .list();
  }

  /// Adds a persona, or replaces it with one revision more.
  void put(String workspace, Persona persona, Instant now) {
    jdbc.sql(
            """
            insert into persona (workspace, id, revision, document, updated_at)
            values (:workspace, :id, 1, :document, :now)
            on conflict (workspace, id) do update set revision = persona.revision + 1,
              document = excluded.document, updated_at = excluded.updated_at
            """)
        .param("workspace", workspace)
        .param("id", persona.id().toString())
        .param("document", MapJson.tree(persona).toString())
        .param("now", now.toEpochMilli())
        .update();
  }

  void delete(String workspace, UUID id) {
    jdbc.sql("delete from persona where workspace = :workspace and id = :id")
        .param("workspace", workspace)
        .param("id", id.toString())
        .update();
  }

  /// Notes which personas a map shows.
  void show(String map, List<Persona> personas) {
    jdbc.sql("delete from persona_on_map where map = :map").param("map", map).update();
    for (Persona persona : personas) {
      jdbc.sql("insert into persona_on_map (map, persona) values (:map, :persona)")
          .param("map", map)
          .param("persona", persona.id().toString())
          .update();
    }
  }

  /// The maps that show a persona, those in the bin too.
  List<String> mapsWith(String workspace, UUID persona) {
    return jdbc.sql(
            "select m.id from persona_on_map s join journey_map m on m.id = s.map"
                + " where s.persona = :persona and m.workspace = :workspace order by m.id")
        .param("persona", persona.toString())
        .param("workspace", workspace)
        .query((row, number) -> row.getString("id"))
        .list();
  }

  /// For each persona the maps that show it and are not in the bin.
  Map<UUID, List<MapSummary.Named>> shownOn(String workspace) {
    Map<UUID, List<MapSummary.Named>> shown = new HashMap<>();
    jdbc.sql(
            "select s.persona, m.id, m.summary from persona_on_map s join journey_map m on"
                + " m.id = s.map where m.workspace = :workspace and m.binned_at is null"
                + " order by m.updated_at desc, m.id")
        .param("workspace", workspace)
        .query(row -> {
          shown
              .computeIfAbsent(
                  UUID.fromString(row.getString("persona")), persona -> new ArrayList<>())
              .add(
                  new MapSummary.Named(
                      row.getString("id"),
                      json.readValue(row.getString("summary"), MapOutline.class).title()));
        });
    return shown;
  }

  private Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(
        MapJson.element(json.readTree(row.getString("document")), Persona.class),
        row.getLong("revision"));
  }
}
