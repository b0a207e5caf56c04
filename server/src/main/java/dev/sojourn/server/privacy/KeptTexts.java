package dev.sojourn.server.privacy;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.Mentions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes an identifier out of the texts that people and jobs wrote: maps with their history,
/// personas, checks, jobs, sources. An ellipsis stands where it stood. Thread-safe.
@Component
public class KeptTexts {

  /// Shorter identifiers cannot be told from a number or a word that somebody wrote.
  static final int SHORTEST = 4;

  private static final int TRIES = 3;

  private static final List<Table> TABLES =
      List.of(
          new Table("workspace", "id", "id = :workspace", "name,note", ""),
          new Table(
              "job", "id", "workspace = :workspace", "title,sentence", "input,result,problems"),
          new Table("source", "workspace,id", "workspace = :workspace", "name", ""),
          new Table("upload", "id", "workspace = :workspace", "name", ""),
          new Table("journey_map", "id", "workspace = :workspace", "", "document,summary"),
          new Table(
              "map_change",
              "map,revision",
              "map in (select id from journey_map where workspace = :workspace)",
              "label,author",
              "operations,inverse"),
          new Table("persona", "workspace,id", "workspace = :workspace", "", "document"),
          new Table("map_check", "map", "workspace = :workspace", "", "document,ground"),
          new Table(
              "claim_verdict", "map,claim,at", "workspace = :workspace", "statement,sentence", ""));

  private final DataSource source;
  private final JdbcClient jdbc;

  /// Over an open operational store.
  public KeptTexts(DataSource source) {
    this.source = source;
    this.jdbc = JdbcClient.create(source);
  }

  /// A table with texts.
  ///
  /// @param key its primary key
  /// @param where the rows of a workspace
  /// @param plain columns of text
  /// @param json columns of JSON
  private record Table(String name, String key, String where, String plain, String json) {

    List<String> columns() {
      return Stream.concat(list(plain), list(json)).toList();
    }

    private static Stream<String> list(String names) {
      return Stream.of(names.split(",")).filter(n -> !n.isEmpty());
    }
  }

  /// As [#erase(String, String)] where no server has the directory open.
  ///
  /// @param database its JDBC address
  /// @param file the file of it, which may not be there yet; null where it is none
  public static long erase(String database, @Nullable Path file, String workspace, String id) {
    return file != null && !Files.exists(file)
        ? 0
        : new KeptTexts(new DriverManagerDataSource(database)).erase(workspace, id);
  }

  /// Takes an identifier out of every text of a workspace.
  ///
  /// @param identifier verbatim
  /// @return how many rows named it
  public long erase(String workspace, String identifier) {
    if (identifier.length() < SHORTEST) {
      return 0;
    }
    TextErasure erasure = new TextErasure(new Mentions(identifier));
    Long changed =
        new TransactionTemplate(new JdbcTransactionManager(source))
            .execute(status -> {
              long rows = 0;
              for (Table table : TABLES) {
                rows += erase(table, workspace, erasure);
              }
              return rows;
            });
    forget();
    return Objects.requireNonNullElse(changed, 0L);
  }

  private long erase(Table table, String workspace, TextErasure erasure) {
    List<Map<String, @Nullable Object>> rows =
        jdbc.sql(
                "select "
                    + Stream.concat(Table.list(table.key()), table.columns().stream())
                        .collect(Collectors.joining(", "))
                    + " from "
                    + table.name()
                    + " where "
                    + table.where())
            .param("workspace", workspace)
            .query()
            .listOfRows();
    List<String> json = Table.list(table.json()).toList();
    long changed = 0;
    for (Map<String, @Nullable Object> row : rows) {
      StringJoiner set = new StringJoiner(", ");
      List<Object> values = new ArrayList<>();
      for (String column : table.columns()) {
        if (row.get(column) instanceof String text) {
          String without = json.contains(column) ? erasure.inJson(text) : erasure.inText(text);
          if (!without.equals(text)) {
            set.add(column + " = ?");
            values.add(without);
          }
        }
      }
      if (!values.isEmpty()) {
        List<String> keys = Table.list(table.key()).toList();
        keys.forEach(key -> values.add(Objects.requireNonNull(row.get(key))));
        jdbc.sql(
                "update "
                    + table.name()
                    + " set "
                    + set
                    + " where "
                    + keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and ")))
            .params(values)
            .update();
        changed++;
      }
    }
    return changed;
  }

  /// SQLite overwrites what is deleted; the log of its writes is emptied too, also of what earlier
  /// changes left there.
  private void forget() {
    boolean sqlite =
        Boolean.TRUE.equals(
            jdbc.sql("select 1")
                .query((row, n) ->
                    row.getStatement()
                        .getConnection()
                        .getMetaData()
                        .getDatabaseProductName()
                        .equals("SQLite"))
                .single());
    for (int i = 0; sqlite && i < TRIES; i++) {
      if (jdbc.sql("pragma wal_checkpoint(truncate)").query((row, n) -> row.getInt(1)).single()
          == 0) {
        return;
      }
    }
    if (sqlite) {
      throw new RefusedException(
          "database",
          "the person is erased, but another reader keeps an old page of the database; run the same"
              + " command again.");
    }
  }
}
