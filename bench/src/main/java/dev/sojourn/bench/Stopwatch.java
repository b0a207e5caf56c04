package dev.sojourn.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// Measures the CPU time of this process: what a neighbour on the machine disturbs least.
final class Stopwatch {

  /// The clock of CPU time moves in steps of 10 ms; a sample this long makes them 2 %.
  private static final double SHORTEST_SAMPLE_SECONDS = 0.5;

  private static final double WARM_UP_SECONDS = 3;
  private static final int WARM_UP_RUNS = 5;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Stopwatch() {}

  /// Something to measure.
  interface Work {
    void run() throws Exception;
  }

  /// One competitor.
  record Entrant(String name, Work work) {}

  /// Runs one piece of work once.
  static Measured once(Work work) throws Exception {
    return sample(work, 1);
  }

  /// Warms everybody up, then lets them run in turn, so that a noisy minute hits all.
  ///
  /// @return one result an entrant, in order
  static List<Measured> inTurn(List<Entrant> entrants, int runs) throws Exception {
    List<Integer> repeats = new ArrayList<>();
    for (Entrant entrant : entrants) {
      repeats.add(warmUp(entrant.work()));
    }
    double[][] cpu = new double[entrants.size()][runs];
    double[][] wall = new double[entrants.size()][runs];
    for (int run = 0; run < runs; run++) {
      for (int e = 0; e < entrants.size(); e++) {
        Measured sample = sample(entrants.get(e).work(), repeats.get(e));
        cpu[e][run] = sample.cpu()[0];
        wall[e][run] = sample.wall()[0];
      }
    }
    List<Measured> measured = new ArrayList<>();
    for (int e = 0; e < entrants.size(); e++) {
      measured.add(new Measured(cpu[e], wall[e]));
    }
    return measured;
  }

  /// How often the work has to be repeated to fill a sample.
  private static int warmUp(Work work) throws Exception {
    long begin = System.nanoTime();
    double least = Double.MAX_VALUE;
    for (int run = 0; run < WARM_UP_RUNS || seconds(begin) < WARM_UP_SECONDS; run++) {
      least = Math.min(least, sample(work, 1).wall()[0]);
    }
    return Math.max(1, (int) Math.ceil(SHORTEST_SAMPLE_SECONDS / least));
  }

  private static Measured sample(Work work, int repeats) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    for (int i = 0; i < repeats; i++) {
      work.run();
    }
    double wall = seconds(begin) / repeats;
    double used = (SYSTEM.getProcessCpuTime() - cpu) / 1e9 / repeats;
    return new Measured(new double[] {used}, new double[] {wall});
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /// The load of the machine in the last minute.
  static double load() {
    return SYSTEM.getSystemLoadAverage();
  }
}
