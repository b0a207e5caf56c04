package dev.sojourn.server.atlas.internal;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.operation.Operation;
import dev.sojourn.map.operation.OperationJson;
import dev.sojourn.server.atlas.MapChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The table of changes that were applied.
@Repository
class ChangeTable {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ChangeTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A change that was applied.
  ///
  /// @param author null while nobody signs in
  record Applied(MapChange change, long revision, Instant at, @Nullable String author) {}

  /// A change in short.
  record Entry(String id, long revision, String label, @Nullable String author, Instant at) {}

  /// The revision that a change made; empty when it was not applied.
  OptionalLong revisionOf(String map, String change) {
    return jdbc.sql("select revision from map_change where map = :map and id = :id")
        .param("map", map)
        .param("id", change)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  void insert(String map, Applied applied, List<Operation> inverse) {
    MapChange change = applied.change();
    jdbc.sql(
            """
            insert into map_change (map, revision, id, base, label, author, at, operations, inverse)
            values (:map, :revision, :id, :base, :label, :author, :at, :operations, :inverse)
            """)
        .param("map", map)
        .param("revision", applied.revision())
        .param("id", change.id())
        .param("base", change.base())
        .param("label", change.label())
        .param("author", applied.author())
        .param("at", applied.at().toEpochMilli())
        .param("operations", text(change.operations()))
        .param("inverse", text(inverse))
        .update();
  }

  /// The changes after a revision, oldest first.
  List<Applied> since(String map, long revision, int most) {
    return jdbc.sql(
            "select id, base, label, operations, revision, at, author from map_change"
                + " where map = :map and revision > :revision order by revision limit :most")
        .param("map", map)
        .param("revision", revision)
        .param("most", most)
        .query(this::applied)
        .list();
  }

  /// The changes before a revision, newest first.
  List<Entry> before(String map, long revision, int most) {
    return jdbc.sql(
            "select id, revision, label, author, at from map_change where map = :map"
                + " and revision < :revision order by revision desc limit :most")
        .param("map", map)
        .param("revision", revision)
        .param("most", most)
        .query((row, number) ->
            new Entry(
                row.getString("id"),
                row.getLong("revision"),
                row.getString("label"),
                row.getString("author"),
                Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }

  private Applied applied(ResultSet row, int number) throws SQLException {
    return new Applied(
        new MapChange(
            row.getString("id"),
            row.getLong("base"),
            row.getString("label"),
            operations(json.readTree(row.getString("operations")))),
        row.getLong("revision"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("author"));
  }

  private static List<Operation> operations(JsonNode list) {
    Problems problems = new Problems();
    List<Operation> operations = new ArrayList<>();
    list.forEach(
        node -> OperationJson.read(node, "operations", problems).ifPresent(operations::add));
    problems.refuse();
    return operations;
  }

  private static String text(List<Operation> operations) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    operations.forEach(operation -> list.add(OperationJson.write(operation)));
    return list.toString();
  }
}
