package dev.sojourn.server.commandline;

import dev.sojourn.server.privacy.KeptTexts;
import dev.sojourn.store.Installation;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a command can see of the world.
///
/// @param in where a spec named `-` comes from
/// @param out takes one JSON object, or the help that was asked for
/// @param err takes sentences and progress
/// @param terminal whether a person watches `err`
/// @param clock tells the time
/// @param random makes keys and the ids of failures; cryptographic in production
/// @param cancelled whether the process was asked to stop
/// @param held the installation that the server of this process has open; null in a process of its
///   own
public record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    InstantSource clock,
    RandomGenerator random,
    BooleanSupplier cancelled,
    @Nullable Held held) {

  /// Where relative paths of a command begin that came from another process.
  static final ScopedValue<Path> FOLDER = ScopedValue.newInstance();

  /// The surroundings of a process of its own.
  public Surroundings(
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean terminal,
      InstantSource clock,
      RandomGenerator random,
      BooleanSupplier cancelled) {
    this(in, out, err, terminal, clock, random, cancelled, null);
  }

  /// An open installation.
  ///
  /// @param changed hears the name of a workspace whose events are others than before
  /// @param texts what is written about customers beside their events
  public record Held(Installation installation, Consumer<String> changed, KeptTexts texts) {}
}
