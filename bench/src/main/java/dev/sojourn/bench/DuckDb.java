package dev.sojourn.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// The peer: an embedded DuckDB with the best SQL that we know. For one thread.
final class DuckDb implements AutoCloseable {

  private final DuckDBConnection connection;

  private DuckDb(DuckDBConnection connection) {
    this.connection = connection;
  }

  /// Opens a database that only this run uses.
  ///
  /// @param file where it keeps its data
  static DuckDb open(Path file, int threads) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("threads", Integer.toString(threads));
    Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    return new DuckDb(connection.unwrap(DuckDBConnection.class));
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The rows of a query that gives one text a row.
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  /// Keeps the events as the table `t(customer, ts, tp)`, sorted by customer and time: the best
  /// case of a database.
  void load(Generated events) throws SQLException {
    execute("create table t(customer integer, ts bigint, tp usmallint)");
    try (DuckDBAppender to = connection.createAppender("main", "t")) {
      for (int c = 0; c < events.customers(); c++) {
        for (int e = events.start()[c]; e < events.start()[c + 1]; e++) {
          to.beginRow();
          to.append(c);
          to.append(events.time()[e]);
          to.append((short) events.code()[e]);
          to.endRow();
        }
      }
    }
    execute("checkpoint");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
