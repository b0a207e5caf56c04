package dev.sojourn.server.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the server was asked to run.
///
/// @param host the address to listen on; loopback until sign-in is set up
/// @param port the port to listen on; 0 for any free one
/// @param databaseUrl the JDBC address of a PostgreSQL; null for a file in the installation
/// @param demo whether sample workspaces are to be there
public record ServerSettings(String host, int port, @Nullable String databaseUrl, boolean demo) {

  /// Where the server listens unless told otherwise.
  public static final String LOOPBACK = "127.0.0.1";

  /// The port that is taken unless another is named.
  public static final int PORT = 8460;

  /// Whether maps and members are kept in a file of the installation.
  public boolean onSqlite() {
    return databaseUrl == null;
  }

  /// The file of the operational store where it is kept in the installation.
  public static Path file(Path directory) {
    return directory.resolve("sojourn.db");
  }

  /// The JDBC address of the operational store.
  public String database(Path directory) {
    if (databaseUrl != null) {
      return databaseUrl;
    }
    // IMMEDIATE because a reader that becomes a writer is refused at once by SQLite, however long
    // it would be willing to wait. FULL because what was answered as saved must outlive a crash.
    return "jdbc:sqlite:"
        + file(directory)
        + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&foreign_keys=true"
        + "&secure_delete=true&transaction_mode=IMMEDIATE";
  }
}
