package dev.sojourn.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// The databases that every repository is proven on: SQLite, and a real PostgreSQL that is started
/// once for all tests of the process. For `@MethodSource`.
public final class OnEveryDatabase {

  private static EmbeddedPostgres postgres;
  private static int made;

  private OnEveryDatabase() {}

  /// A kind of database.
  public enum Kind {
    SQLITE,
    POSTGRESQL
  }

  /// Every kind, as arguments of a parameterized test.
  public static Stream<Arguments> kinds() {
    return Stream.of(Kind.values()).map(Arguments::of);
  }

  /// The real server over a fresh database of a kind.
  public static TestServer server(Kind kind, Path directory) throws IOException {
    return TestServer.on(directory, kind == Kind.SQLITE ? null : freshPostgres(), false);
  }

  private static synchronized String freshPostgres() throws IOException {
    if (postgres == null) {
      postgres = EmbeddedPostgres.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(OnEveryDatabase::stop));
    }
    String name = "sojourn" + made++;
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IOException(e);
    }
    return postgres.getJdbcUrl("postgres", name);
  }

  private static void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
