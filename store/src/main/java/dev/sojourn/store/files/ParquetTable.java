package dev.sojourn.store.files;

import dev.sojourn.store.event.PropertyColumn.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A Parquet file as rows of texts, through a DuckDB of its own in memory that may read this file
/// and nothing else. For one thread.
final class ParquetTable implements AutoCloseable {

  private static final String MEMORY = "512MB";

  private final Connection connection;
  private final String source;
  private final List<String> names = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<String> expressions = new ArrayList<>();
  private @Nullable Statement statement;
  private @Nullable ResultSet rows;

  private ParquetTable(Connection connection, Path file) throws SQLException {
    this.connection = connection;
    String path = text(file.toAbsolutePath().toString());
    source = "read_parquet([" + path + "], binary_as_string = true)";
    try (Statement s = connection.createStatement()) {
      s.execute("set memory_limit = '" + MEMORY + "'");
      s.execute("set threads = 1");
      s.execute("set preserve_insertion_order = true");
      s.execute("set TimeZone = 'UTC'");
      s.execute("set temp_directory = ''");
      s.execute("set allowed_paths = [" + path + "]");
      s.execute("set enable_external_access = false");
      s.execute("set lock_configuration = true");
      try (ResultSet columns = s.executeQuery("describe select * from " + source)) {
        while (columns.next()) {
          column(columns.getString(1), columns.getString(2));
        }
      }
    }
  }

  /// @throws SQLException when the file is not sound Parquet
  static ParquetTable open(Path file) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("jdbc_stream_results", "true");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try {
      return new ParquetTable(connection, file);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String name(String column) {
    return "\"" + column.replace("\"", "\"\"") + "\"";
  }

  private void column(String column, String type) {
    names.add(column);
    boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
    if (nested || type.equals("JSON")) {
      kinds.add(Kind.JSON);
      expressions.add("cast(to_json(" + name(column) + ") as varchar)");
      return;
    }
    kinds.add(kind(type));
    expressions.add("cast(" + name(column) + " as varchar)");
  }

  private static Kind kind(String type) {
    if (type.equals("BOOLEAN")) {
      return Kind.BOOLEAN;
    }
    boolean number =
        type.endsWith("INT")
            || type.endsWith("INTEGER")
            || type.equals("DOUBLE")
            || type.equals("FLOAT")
            || type.startsWith("DECIMAL");
    return number ? Kind.NUMBER : Kind.TEXT;
  }

  /// The columns.
  List<String> names() {
    return List.copyOf(names);
  }

  /// How the texts of a column are to be read.
  Kind kind(int column) {
    return kinds.get(column);
  }

  /// The first rows.
  List<@Nullable String[]> first(int most) throws SQLException {
    List<@Nullable String[]> first = new ArrayList<>();
    try (Statement s = connection.createStatement();
        ResultSet found = s.executeQuery(query() + " limit " + most)) {
      while (found.next()) {
        @Nullable String[] row = new @Nullable String[names.size()];
        take(found, row);
        first.add(row);
      }
    }
    return first;
  }

  private String query() {
    return "select " + String.join(", ", expressions) + " from " + source;
  }

  /// Begins to read from the first row.
  void start() throws SQLException {
    statement = connection.createStatement();
    rows = statement.executeQuery(query());
  }

  /// Puts the next row into the array; false when there is none.
  boolean next(@Nullable String[] row) throws SQLException {
    ResultSet from = rows;
    if (from == null || !from.next()) {
      return false;
    }
    take(from, row);
    return true;
  }

  private static void take(ResultSet from, @Nullable String[] row) throws SQLException {
    for (int c = 0; c < row.length; c++) {
      row[c] = from.getString(c + 1);
    }
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
      if (statement != null) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("a DuckDB in memory could not be closed", e);
    }
  }
}
