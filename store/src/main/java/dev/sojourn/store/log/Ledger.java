package dev.sojourn.store.log;

import dev.sojourn.store.log.id.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The erased customers, by keyed hash. Immutable.
final class Ledger {

  private final KeyedHash hash;
  private final List<Erasure> erasures;
  private final long[] sorted;

  Ledger(KeyedHash hash, List<Erasure> erasures) {
    this.hash = hash;
    this.erasures = List.copyOf(erasures);
    this.sorted = erasures.stream().mapToLong(Erasure::customerHash).sorted().toArray();
  }

  List<Erasure> erasures() {
    return erasures;
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  /// Whether a customer with this hash may have been erased.
  boolean mayHold(long customerHash) {
    return sorted.length > 0 && Arrays.binarySearch(sorted, customerHash) >= 0;
  }

  /// Whether a customer was erased.
  boolean holds(long customerHash, byte[] utf8, int offset, int length) {
    if (!mayHold(customerHash)) {
      return false;
    }
    long check = check(hash, utf8, offset, length);
    return erasures.stream().anyMatch(e -> e.customerHash() == customerHash && e.check() == check);
  }

  boolean holds(String identifier) {
    if (isEmpty()) {
      return false;
    }
    byte[] utf8 = identifier.getBytes(StandardCharsets.UTF_8);
    return holds(hash.customer(utf8, 0, utf8.length), utf8, 0, utf8.length);
  }

  /// Whether a fact names an erased customer.
  boolean holds(Fact fact) {
    return !isEmpty() && fact.identifiers().stream().anyMatch(this::holds);
  }

  /// The second hash of an identifier.
  static long check(KeyedHash hash, byte[] utf8, int offset, int length) {
    long[] both = new long[2];
    hash.id(utf8, offset, length, both);
    return both[1];
  }
}
