package dev.sojourn.bench;

import java.util.Arrays;

/// What the runs of one question took, in seconds, sorted.
///
/// @param cpu user and system time of all threads
/// @param wall time on the clock
record Measured(double[] cpu, double[] wall) {

  Measured {
    cpu = cpu.clone();
    wall = wall.clone();
    Arrays.sort(cpu);
    Arrays.sort(wall);
  }

  double medianCpu() {
    return cpu[cpu.length / 2];
  }

  double leastCpu() {
    return cpu[0];
  }

  double medianWall() {
    return wall[wall.length / 2];
  }

  /// Whether the runs differ so much that the median says little.
  boolean isNoisy() {
    return medianCpu() > 1.25 * leastCpu();
  }
}
