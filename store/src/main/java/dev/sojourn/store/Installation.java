package dev.sojourn.store;

import dev.sojourn.kernel.spec.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A directory that holds everything of one installation, open in one process at a time.
///
/// ```
/// DIR/layout                 the version of this layout
/// DIR/lock, DIR/owner        held, and told about, by the process that has it open
/// DIR/server                 where that process listens, when it is a server
/// DIR/logs                   what went wrong
/// DIR/workspaces/<name>      log, store, keys, rejected rows, scratch
/// ```
///
/// Thread-safe.
public final class Installation implements AutoCloseable {

  /// The workspace that is meant when none is named.
  public static final String DEFAULT_WORKSPACE = "default";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final int LAYOUT = 1;

  private final Path directory;
  private final FileChannel channel;
  private final FileLock lock;
  private final Owner owner;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Workspace> workspaces = new HashMap<>();

  private Installation(
      Path directory,
      FileChannel channel,
      FileLock lock,
      Owner owner,
      InstantSource clock,
      RandomGenerator random) {
    this.directory = directory;
    this.channel = channel;
    this.lock = lock;
    this.owner = owner;
    this.clock = clock;
    this.random = random;
  }

  /// Opens a directory, and makes it when it is missing. A lock that a dead process left does not
  /// count.
  ///
  /// @param clock tells when things happen
  /// @param random makes the keys of a new workspace; a cryptographic one in production
  /// @throws RefusedException when the directory cannot be used, or is open in another process
  public static Installation open(Path directory, InstantSource clock, RandomGenerator random)
      throws IOException {
    create(directory);
    Owner running = Owner.read(directory);
    if (running != null && running.isThisProcess()) {
      throw inUse(directory, running);
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(directory, Owner.read(directory));
      }
      layout(directory);
      Owner owner = Owner.write(directory, clock.instant());
      Installation installation = new Installation(directory, channel, lock, owner, clock, random);
      channel = null;
      return installation;
    } catch (AccessDeniedException e) {
      throw new RefusedException(
          "--data", "this process may not write in " + directory + "; name another directory.");
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  private static void create(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
    } catch (FileAlreadyExistsException e) {
      throw new RefusedException("--data", e.getFile() + " is a file; name a directory.");
    } catch (AccessDeniedException e) {
      throw new RefusedException(
          "--data", "this process may not make the directory " + directory + "; name another one.");
    } catch (FileSystemException e) {
      // Read-only, a name that is too long, a file system that makes no directories: what the
      // system says is all that is known.
      throw new RefusedException(
          "--data",
          "the directory "
              + directory
              + " cannot be made ("
              + Objects.requireNonNullElse(e.getReason(), "the system does not say why")
              + "); name another one.");
    }
  }

  private static void layout(Path directory) throws IOException {
    Path file = directory.resolve("layout");
    if (!Files.exists(file)) {
      Files.writeString(file, LAYOUT + "\n");
      return;
    }
    String version = Files.readString(file).strip();
    if (!version.equals(Integer.toString(LAYOUT))) {
      throw new RefusedException(
          "--data",
          directory
              + " has layout '"
              + version
              + "' and this Sojourn knows layout "
              + LAYOUT
              + " only; use the Sojourn that wrote it.");
    }
  }

  private static RefusedException inUse(Path directory, @Nullable Owner by) {
    return new RefusedException(
        "--data",
        directory
            + " is in use by "
            + (by == null ? "another process" : by.sentence())
            + "; wait until it has ended, or stop it.");
  }

  /// The directory.
  public Path directory() {
    return directory;
  }

  /// Opens a workspace, and makes it when it is missing; closed with the installation.
  ///
  /// @param name small letters, digits and hyphens, at most 63
  /// @throws RefusedException when the name is none
  public synchronized Workspace workspace(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          "--workspace",
          "'" + name + "' is not a name of small letters, digits and hyphens, such as web-shop.");
    }
    Workspace open = workspaces.get(name);
    if (open == null) {
      open = Workspace.open(directory, name, clock, random);
      workspaces.put(name, open);
    }
    return open;
  }

  /// Tells commands of other processes where the server listens that has this installation open.
  ///
  /// @param token what they show to be let in; not to be guessed
  public void announce(URI address, String token) throws IOException {
    new ServerAddress(address, token).write(directory);
  }

  /// Closes every workspace and lets other processes in.
  @Override
  public synchronized void close() throws IOException {
    try (channel;
        lock) {
      for (Workspace workspace : workspaces.values()) {
        workspace.close();
      }
      workspaces.clear();
      ServerAddress.remove(directory);
      owner.remove(directory);
    }
  }
}
