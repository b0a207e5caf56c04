package dev.sojourn.server.commandline;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// What a command can see of the world.
///
/// @param in where a spec named `-` comes from
/// @param out takes one JSON object, or the help that was asked for
/// @param err takes sentences and progress
/// @param terminal whether a person watches `err`
/// @param clock tells the time
/// @param random makes keys and the ids of failures; cryptographic in production
/// @param cancelled whether the process was asked to stop
public record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    InstantSource clock,
    RandomGenerator random,
    BooleanSupplier cancelled) {}
