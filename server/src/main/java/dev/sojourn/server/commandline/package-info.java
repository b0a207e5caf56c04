/// The command line: options in, one JSON object out, an exit code that says whose fault it was.
///
/// Start with [SojournCommandLine]; each [Verb] is one command. The contract is
/// `docs/reference/command-line.md`. Not here: what specs and results look like (`insight`), what
/// becomes of files (`collect`, the store), maps (`evidence`, the map module).
@NullMarked
package dev.sojourn.server.commandline;

import org.jspecify.annotations.NullMarked;
