package dev.sojourn.store.journeys.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The events of one unit while they are put in order. Reused from unit to unit; the arrays are
/// longer than what is filled. For one thread.
public final class UnitRows {

  /// Orders events that have the same time and the same seq.
  @FunctionalInterface
  public interface TieBreaker {
    /// Compares two events by what [UnitRows#add] was given as their reference.
    int compare(long reference, long other);
  }

  private static final int INSERTION = 24;

  private int size;
  private long[] time = new long[16];
  private long[] seq = new long[16];
  private char[] code = new char[16];
  private int[] member = new int[16];
  private long[] reference = new long[16];
  private final List<byte[]> members = new ArrayList<>();

  // Room for sorting, kept from unit to unit.
  private int[] order = new int[0];
  private int[] spare = new int[0];
  private long[] spareTime = new long[0];
  private long[] spareSeq = new long[0];
  private char[] spareCode = new char[0];
  private int[] spareMember = new int[0];
  private long[] spareReference = new long[0];

  /// Events.
  public int size() {
    return size;
  }

  /// The times in microseconds since the epoch, or the least `long` for an event without time.
  public long[] time() {
    return time;
  }

  /// The positions among events of the same time.
  public long[] seq() {
    return seq;
  }

  /// The codes.
  public char[] code() {
    return code;
  }

  /// Which of [#members()] each event belongs to.
  public int[] member() {
    return member;
  }

  /// What each event was added with, for a [TieBreaker].
  public long[] reference() {
    return reference;
  }

  /// The identifiers under which the events came in; empty when all came in under the public id.
  public List<byte[]> members() {
    return members;
  }

  /// Removes all events and identifiers.
  public void clear() {
    size = 0;
    members.clear();
  }

  /// The number of an identifier in [#members()], which it joins when it is new.
  public int member(byte[] identifier) {
    for (int m = 0; m < members.size(); m++) {
      if (Arrays.equals(members.get(m), identifier)) {
        return m;
      }
    }
    members.add(identifier);
    return members.size() - 1;
  }

  /// Adds an event.
  ///
  /// @param by the number of its identifier in [#members()]
  /// @param ref a number that finds the rest of the event again
  public void add(long micros, long position, char eventCode, int by, long ref) {
    if (size == time.length) {
      int capacity = Math.multiplyExact(size, 2);
      time = Arrays.copyOf(time, capacity);
      seq = Arrays.copyOf(seq, capacity);
      code = Arrays.copyOf(code, capacity);
      member = Arrays.copyOf(member, capacity);
      reference = Arrays.copyOf(reference, capacity);
    }
    time[size] = micros;
    seq[size] = position;
    code[size] = eventCode;
    member[size] = by;
    reference[size] = ref;
    size++;
  }

  /// Puts the events in order. Events that the tie breaker calls equal keep the order in which they
  /// were added.
  public void sort(TieBreaker ties) {
    int i = 1;
    while (i < size && compare(i - 1, i, ties) <= 0) {
      i++;
    }
    if (i >= size) {
      return;
    }
    if (order.length < size) {
      order = new int[time.length];
      spare = new int[time.length];
    }
    for (int r = 0; r < size; r++) {
      order[r] = r;
    }
    sort(0, size, ties);
    gather();
  }

  private void gather() {
    if (spareTime.length < size) {
      spareTime = new long[time.length];
      spareSeq = new long[time.length];
      spareCode = new char[time.length];
      spareMember = new int[time.length];
      spareReference = new long[time.length];
    }
    for (int r = 0; r < size; r++) {
      int from = order[r];
      spareTime[r] = time[from];
      spareSeq[r] = seq[from];
      spareCode[r] = code[from];
      spareMember[r] = member[from];
      spareReference[r] = reference[from];
    }
    System.arraycopy(spareTime, 0, time, 0, size);
    System.arraycopy(spareSeq, 0, seq, 0, size);
    System.arraycopy(spareCode, 0, code, 0, size);
    System.arraycopy(spareMember, 0, member, 0, size);
    System.arraycopy(spareReference, 0, reference, 0, size);
  }

  private void sort(int from, int to, TieBreaker ties) {
    if (to - from <= INSERTION) {
      for (int i = from + 1; i < to; i++) {
        int row = order[i];
        int j = i - 1;
        while (j >= from && compare(order[j], row, ties) > 0) {
          order[j + 1] = order[j];
          j--;
        }
        order[j + 1] = row;
      }
      return;
    }
    int middle = (from + to) >>> 1;
    sort(from, middle, ties);
    sort(middle, to, ties);
    if (compare(order[middle - 1], order[middle], ties) <= 0) {
      return;
    }
    System.arraycopy(order, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    int at = from;
    while (left < middle && right < to) {
      order[at++] = compare(spare[left], order[right], ties) <= 0 ? spare[left++] : order[right++];
    }
    System.arraycopy(spare, left, order, at, middle - left);
  }

  private int compare(int a, int b, TieBreaker ties) {
    if (time[a] != time[b]) {
      return time[a] < time[b] ? -1 : 1;
    }
    if (seq[a] != seq[b]) {
      return seq[a] < seq[b] ? -1 : 1;
    }
    return ties.compare(reference[a], reference[b]);
  }
}
