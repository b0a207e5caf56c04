package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Random;

/// Writes into a log until it is killed, and says on standard output what was acknowledged.
public final class KilledWriter {

  private static final LogSettings SMALL = new LogSettings(6_000, 400, 300);

  private KilledWriter() {}

  /// @param arguments the workspace, a number that makes ids unique, the first row to import
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true);
    int round = Integer.parseInt(arguments[1]);
    int row = Integer.parseInt(arguments[2]);
    Random random = new Random(round);
    try (EventLog log =
        EventLog.open(Path.of(arguments[0]), SMALL, Events.CLOCK, new Random(round))) {
      out.println("open.");
      for (int i = 0; ; i++) {
        switch (random.nextInt(8)) {
          case 0, 1 -> {
            int count = 1 + random.nextInt(200);
            EventBatch batch = Events.rows(row, row + count, 30);
            try (Import in = log.begin("file")) {
              in.append(batch);
              in.commit();
            }
            row += count;
            out.println("rows " + row + ".");
          }
          case 2 -> {
            if (random.nextInt(6) == 0) {
              log.compact();
            } else {
              log.seal();
            }
          }
          default -> {
            String id = round + "-" + i;
            log.append("api", Events.live(id));
            out.println("id " + id + ".");
          }
        }
      }
    }
  }
}
