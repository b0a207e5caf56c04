package dev.sojourn.server.jobs.internal;

import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.server.jobs.Job;
import dev.sojourn.server.jobs.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// The table of jobs.
@Repository
public class JobBook {

  private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JobBook(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A job with what it was asked to do.
  record Kept(Job job, ObjectNode input) {}

  void put(Job job, ObjectNode input) {
    jdbc.sql(
            """
            insert into job (id, workspace, kind, title, state, done, total, unit, sentence, input,
              result, problems, created_at, started_at, ended_at)
            values (:id, :workspace, :kind, :title, :state, :done, :total, :unit, :sentence, :input,
              :result, :problems, :created, :started, :ended)
            on conflict (id) do update set state = excluded.state, done = excluded.done,
              total = excluded.total, unit = excluded.unit, sentence = excluded.sentence,
              result = excluded.result, problems = excluded.problems,
              started_at = excluded.started_at, ended_at = excluded.ended_at
            """)
        .param("id", job.id())
        .param("workspace", job.workspace())
        .param("kind", job.kind().name())
        .param("title", job.title())
        .param("state", job.state().name())
        .param("done", job.done())
        .param("total", job.total())
        .param("unit", job.unit())
        .param("sentence", job.sentence())
        .param("input", input.toString())
        .param("result", job.result() == null ? null : job.result().toString())
        .param("problems", json.writeValueAsString(job.problems()))
        .param("created", job.createdAt().toEpochMilli())
        .param("started", millis(job.startedAt()))
        .param("ended", millis(job.endedAt()))
        .update();
  }

  Optional<Kept> find(String id) {
    return jdbc.sql("select * from job where id = :id").param("id", id).query(this::row).optional();
  }

  List<Kept> of(String workspace, int most) {
    return jdbc.sql(
            "select * from job where workspace = :workspace order by created_at desc, id desc"
                + " limit :most")
        .param("workspace", workspace)
        .param("most", most)
        .query(this::row)
        .list();
  }

  /// Notes that jobs which were under way when the last server ended did not come to an end.
  int interrupt(String sentence, Instant now) {
    return jdbc.sql(
            "update job set state = 'INTERRUPTED', sentence = :sentence, ended_at = :now"
                + " where state in ('WAITING', 'RUNNING')")
        .param("sentence", sentence)
        .param("now", now.toEpochMilli())
        .update();
  }

  private Kept row(ResultSet row, int number) throws SQLException {
    String result = row.getString("result");
    return new Kept(
        new Job(
            row.getString("id"),
            row.getString("workspace"),
            JobKind.valueOf(row.getString("kind")),
            row.getString("title"),
            Job.State.valueOf(row.getString("state")),
            row.getLong("done"),
            number(row, "total"),
            row.getString("unit"),
            null,
            row.getString("sentence"),
            false,
            result == null ? null : json.readValue(result, ObjectNode.class),
            json.readValue(row.getString("problems"), PROBLEMS),
            Instant.ofEpochMilli(row.getLong("created_at")),
            instant(row, "started_at"),
            instant(row, "ended_at")),
        json.readValue(row.getString("input"), ObjectNode.class));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
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
