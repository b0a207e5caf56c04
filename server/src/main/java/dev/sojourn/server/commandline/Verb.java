package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One command. Its options are filled in by the parser, then checked all together, then it runs.
interface Verb {

  /// Notes everything that is wrong with the options.
  void check(Problems problems);

  /// Does what was asked.
  ///
  /// @return the answer
  /// @throws RefusedException when the input of the caller turns out to be wrong
  ObjectNode run(Surroundings surroundings) throws IOException;

  /// The directory of the installation, where failures are noted; null when the command has none.
  default @Nullable Path data() {
    return null;
  }

  /// Whether it is the server, which answers others instead of being answered by one.
  default boolean serves() {
    return false;
  }
}
