package dev.sojourn.server.commandline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Where the process begins.
public final class Main {

  /// How long a process that was asked to stop may take to put down what it holds.
  private static final long GRACE_SECONDS = 60;

  private Main() {}

  /// Runs the command line and ends the process with its exit code.
  public static void main(String[] args) {
    AtomicBoolean cancelled = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              cancelled.set(true);
              await(ended);
            }));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = SojournCommandLine.OURS;
    try {
      code =
          new SojournCommandLine(
                  new Surroundings(
                      System.in,
                      out,
                      err,
                      Boolean.getBoolean("sojourn.terminal"),
                      InstantSource.system(),
                      new SecureRandom(),
                      cancelled::get))
              .run(args);
      out.flush();
    } finally {
      ended.countDown();
    }
    System.exit(code);
  }

  private static void await(CountDownLatch ended) {
    try {
      if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("It did not stop in time; what was stored is kept.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
