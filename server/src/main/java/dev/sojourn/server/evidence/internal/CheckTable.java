package dev.sojourn.server.evidence.internal;

import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.Reality;
import dev.sojourn.server.atlas.MapMeasures;
import dev.sojourn.server.evidence.MapNews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/// The tables of checks.
@Repository
class CheckTable {

  private static final TypeReference<Map<EvidenceLevel, Integer>> MARKS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  CheckTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Which data and which revision a check rests on.
  record Basis(long revision, long customers, long events, @Nullable Instant dataThrough) {}

  void put(KeptCheck check) {
    Reality reality = check.checked().reality();
    jdbc.sql(
            """
            insert into map_check (map, workspace, revision, checked_at, customers, events,
              data_through, fits, marks, document, ground)
            values (:map, :workspace, :revision, :checked, :customers, :events, :through, :fits,
              :marks, :document, :ground)
            on conflict (map) do update set revision = excluded.revision,
              checked_at = excluded.checked_at, customers = excluded.customers,
              events = excluded.events, data_through = excluded.data_through,
              fits = excluded.fits, marks = excluded.marks, document = excluded.document,
              ground = excluded.ground
              where excluded.revision >= map_check.revision
            """)
        .param("map", check.map())
        .param("workspace", check.workspace())
        .param("revision", check.revision())
        .param("checked", check.checkedAt().toEpochMilli())
        .param("customers", check.customers())
        .param("events", check.events())
        .param("through", millis(check.dataThrough()))
        .param("fits", reality == null ? null : reality.fits())
        .param("marks", json.writeValueAsString(check.marks()))
        .param("document", MapJson.text(check.checked()))
        .param("ground", json.writeValueAsString(check.ground()))
        .update();
  }

  Optional<KeptCheck> find(String map) {
    return jdbc.sql("select * from map_check where map = :map")
        .param("map", map)
        .query(this::kept)
        .optional();
  }

  Optional<Basis> basis(String map) {
    return jdbc.sql(
            "select revision, customers, events, data_through from map_check where map = :map")
        .param("map", map)
        .query((row, number) ->
            new Basis(
                row.getLong("revision"),
                row.getLong("customers"),
                row.getLong("events"),
                instant(row, "data_through")))
        .optional();
  }

  Map<String, MapMeasures.Brief> briefs(String workspace) {
    Map<String, MapMeasures.Brief> briefs = new HashMap<>();
    jdbc.sql(
            "select map, checked_at, marks, customers, fits from map_check"
                + " where workspace = :workspace")
        .param("workspace", workspace)
        .query(row -> {
          briefs.put(
              row.getString("map"),
              new MapMeasures.Brief(
                  Instant.ofEpochMilli(row.getLong("checked_at")),
                  json.readValue(row.getString("marks"), MARKS),
                  row.getLong("customers"),
                  number(row, "fits")));
        });
    return briefs;
  }

  /// The latest verdict of every claim of a map.
  Map<UUID, Verdict> verdicts(String map) {
    Map<UUID, Verdict> verdicts = new HashMap<>();
    jdbc.sql("select claim, verdict from claim_verdict where map = :map order by at")
        .param("map", map)
        .query(row -> {
          verdicts.put(
              UUID.fromString(row.getString("claim")), Verdict.valueOf(row.getString("verdict")));
        });
    return verdicts;
  }

  /// Notes that a claim came out, for the first time or differently.
  void cameOut(KeptCheck check, Claim claim, CheckResult result, @Nullable Verdict former) {
    jdbc.sql(
            """
            insert into claim_verdict (map, claim, at, revision, workspace, element, statement,
              verdict, former, sentence, n, observed)
            values (:map, :claim, :at, :revision, :workspace, :element, :statement, :verdict,
              :former, :sentence, :n, :observed)
            on conflict (map, claim, at) do update set verdict = excluded.verdict,
              sentence = excluded.sentence, n = excluded.n, observed = excluded.observed
            """)
        .param("map", check.map())
        .param("claim", claim.id().toString())
        .param("at", check.checkedAt().toEpochMilli())
        .param("revision", check.revision())
        .param("workspace", check.workspace())
        .param("element", claim.element().toString())
        .param("statement", claim.statement())
        .param("verdict", result.verdict().name())
        .param("former", former == null ? null : former.name())
        .param("sentence", result.sentence())
        .param("n", result.n())
        .param("observed", result.observed())
        .update();
  }

  /// Notes the paths that nobody drew. One that was known keeps the day when it was first seen.
  ///
  /// @param news whether one that was not known is news: not at the first check of a draft
  void undrawn(KeptCheck check, List<Reality.UndrawnPath> paths, boolean news) {
    for (Reality.UndrawnPath path : paths) {
      jdbc.sql(
              """
              insert into undrawn_path (map, from_stage, from_name, to_stage, to_name, workspace,
                first_at, is_news, customers, of_customers)
              values (:map, :fromStage, :from, :toStage, :to, :workspace, :at, :news, :customers,
                :of)
              on conflict (map, from_stage, from_name, to_stage, to_name) do update set
                customers = excluded.customers, of_customers = excluded.of_customers
              """)
          .param("map", check.map())
          .param("fromStage", path.fromStage().toString())
          .param("from", path.from())
          .param("toStage", path.toStage().toString())
          .param("to", path.to())
          .param("workspace", check.workspace())
          .param("at", check.checkedAt().toEpochMilli())
          .param("news", news)
          .param("customers", path.customers())
          .param("of", check.customers())
          .update();
    }
  }

  /// Claims that came out differently, newest first.
  List<MapNews.VerdictChange> changes(String workspace, int most) {
    return jdbc.sql(
            "select * from claim_verdict where workspace = :workspace and former is not null"
                + " order by at desc, claim limit :most")
        .param("workspace", workspace)
        .param("most", most)
        .query((row, number) ->
            new MapNews.VerdictChange(
                row.getString("map"),
                UUID.fromString(row.getString("claim")),
                UUID.fromString(row.getString("element")),
                row.getString("statement"),
                Verdict.valueOf(row.getString("verdict")),
                Verdict.valueOf(row.getString("former")),
                row.getString("sentence"),
                row.getLong("n"),
                decimal(row, "observed"),
                Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }

  /// Paths that nobody drew and that are news, newest first.
  List<MapNews.NewPath> paths(String workspace, int most) {
    return jdbc.sql(
            "select * from undrawn_path where workspace = :workspace and is_news = true"
                + " order by first_at desc, customers desc, from_name, to_name limit :most")
        .param("workspace", workspace)
        .param("most", most)
        .query((row, number) ->
            new MapNews.NewPath(
                row.getString("map"),
                UUID.fromString(row.getString("from_stage")),
                row.getString("from_name"),
                UUID.fromString(row.getString("to_stage")),
                row.getString("to_name"),
                row.getLong("customers"),
                row.getLong("of_customers"),
                Instant.ofEpochMilli(row.getLong("first_at"))))
        .list();
  }

  private KeptCheck kept(ResultSet row, int number) throws SQLException {
    return new KeptCheck(
        row.getString("workspace"),
        row.getString("map"),
        row.getLong("revision"),
        Instant.ofEpochMilli(row.getLong("checked_at")),
        row.getLong("customers"),
        row.getLong("events"),
        instant(row, "data_through"),
        json.readValue(row.getString("marks"), MARKS),
        MapJson.read(row.getString("document")),
        json.readValue(row.getString("ground"), KeptCheck.Ground.class));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Long millis = number(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
