package dev.sojourn.store.log.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.store.log.frame.RecordBuffer;
import dev.sojourn.store.log.frame.RecordReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ids that were stored are known, others are not.
class IdIndexTest {

  @TempDir Path folder;

  @Test
  void hashesAsPublished() {
    byte[] key = new byte[KeyedHash.KEY_BYTES];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (i % 16);
    }
    KeyedHash hash = new KeyedHash(key);
    byte[] message = new byte[15];
    for (int i = 0; i < message.length; i++) {
      message[i] = (byte) i;
    }
    // The example of the SipHash paper, appendix A.
    assertEquals(0xa129ca6149be45e5L, hash.customer(message, 0, 15));
    long[] both = new long[2];
    hash.id(message, 0, 0, both);
    // The first of the authors' vectors of 128 bits: a3817f04ba25a8e6 6df67214c7550293.
    assertEquals(Long.reverseBytes(0xa3817f04ba25a8e6L), both[0]);
    assertEquals(Long.reverseBytes(0x6df67214c7550293L), both[1]);
  }

  @Test
  void findsIdsInRunsAndInMergedRuns() throws IOException {
    KeyedHash hash = new KeyedHash(new byte[KeyedHash.KEY_BYTES]);
    IdIndex index = new IdIndex();
    int number = 0;
    List<Integer> sizes = List.of(1, 2, 7, 1_000, 30_000, 9_000);
    List<IdRun> runs = new ArrayList<>();
    for (int size : sizes) {
      IdSet set = new IdSet();
      for (int i = 0; i < size; i++) {
        assertTrue(add(set, hash, number++));
      }
      Path file = folder.resolve("run" + runs.size());
      IdRunWriter.write(file, set);
      runs.add(IdRun.open(file, "run" + runs.size()));
    }
    index.change(runs, List.of());
    check(index, hash, number);
    Path merged = folder.resolve("merged");
    IdRunWriter.merge(merged, runs);
    index.change(List.of(IdRun.open(merged, "merged")), runs.stream().map(IdRun::name).toList());
    assertEquals(1, index.runs().size());
    assertEquals(number, index.runs().getFirst().size());
    assertEquals(Optional.empty(), index.runs().getFirst().damage());
    check(index, hash, number);
  }

  private static boolean add(IdSet set, KeyedHash hash, int number) {
    long[] id = id(hash, number);
    return set.add(id[0], id[1]);
  }

  private static long[] id(KeyedHash hash, int number) {
    byte[] utf8 = ("id " + number).getBytes(StandardCharsets.UTF_8);
    long[] id = new long[2];
    hash.id(utf8, 0, utf8.length, id);
    return id;
  }

  private static void check(IdIndex index, KeyedHash hash, int stored) {
    for (int i = 0; i < stored; i++) {
      long[] id = id(hash, i);
      assertTrue(index.contains(id[0], id[1]), "id " + i);
      assertFalse(index.contains(id[0], id[1] ^ 1L << 60), "near id " + i);
    }
    for (int i = stored; i < stored + 20_000; i++) {
      long[] id = id(hash, i);
      assertFalse(index.contains(id[0], id[1]), "id " + i);
    }
  }

  @Test
  void keepsRowNumbersLikeASet() {
    Random random = new Random(9);
    Set<Long> expected = new HashSet<>();
    OrdinalSet set = new OrdinalSet();
    OrdinalSet other = new OrdinalSet();
    for (int i = 0; i < 200_000; i++) {
      long ordinal = i < 140_000 ? i : random.nextInt(5_000_000);
      boolean isNew = expected.add(ordinal);
      if (i % 3 == 0) {
        assertEquals(isNew, set.add(ordinal) && isNew);
      } else {
        other.add(ordinal);
      }
    }
    set.addAll(other);
    assertEquals(expected.size(), set.size());
    RecordBuffer out = new RecordBuffer(16);
    set.write(out);
    OrdinalSet read = OrdinalSet.read(new RecordReader(out.toBytes()));
    assertEquals(expected.size(), read.size());
    for (long i = 0; i < 5_000_000; i += 7) {
      assertEquals(expected.contains(i), read.contains(i), "ordinal " + i);
    }
    assertFalse(read.contains(-1));
  }
}
