package dev.sojourn.kernel.analysis;

/// A 128-bit hash of a path. Two different paths among a billion share one with a chance of about
/// 10^-21, so equal hashes are taken as equal paths. For one thread.
final class PathHash {

  long high;
  long low;

  void of(char[] code, int from, int to) {
    long a = 0x9E3779B97F4A7C15L ^ (to - from);
    long b = 0xC2B2AE3D27D4EB4FL + (to - from);
    for (int i = from; i < to; i++) {
      long c = code[i] + 1L;
      a = (a ^ c) * 0xBF58476D1CE4E5B9L;
      a ^= a >>> 29;
      b = (b + c) * 0x94D049BB133111EBL;
      b ^= b >>> 32;
    }
    // The finish of splitmix64, so that every bit of the slots depends on every code.
    high = (a ^ (a >>> 30)) * 0xBF58476D1CE4E5B9L;
    high ^= high >>> 27;
    low = (b ^ (b >>> 31)) * 0x94D049BB133111EBL;
    low ^= low >>> 30;
  }
}
