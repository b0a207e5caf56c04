/// The application: rooms that speak to one another through their root packages.
///
/// `platform` ← `jobs` ← `workspace` ← `insight`, `customers`, `collect`, `atlas` ← `evidence` ←
/// `demo`, `home` ← `commandline`. Not here: anything but the start of the server.
@NullMarked
package dev.sojourn.server;

import org.jspecify.annotations.NullMarked;
