package dev.sojourn.store.journeys.column;

import dev.sojourn.kernel.journey.JourneyBlock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads whole journeys of a partition with their identifiers and with what orders their events.
/// For one thread.
public final class UnitReader {

  /// Takes the events of a journey in order.
  @FunctionalInterface
  public interface Taker {
    /// Takes an event.
    ///
    /// @param micros its time, or the least `long`
    /// @param seq its position among events of the same time
    /// @param code its code
    /// @param member the number of the identifier under which it came in
    /// @param id its id where the partition keeps it
    void take(long micros, long seq, char code, int member, @Nullable EventId id);
  }

  /// Is told the identifiers of a journey before its events, and takes those.
  @FunctionalInterface
  public interface Receiver {
    /// Begins a journey.
    ///
    /// @param members the identifiers under which its events came in
    Taker begin(List<byte[]> members);
  }

  private final Partition partition;
  private final RunReader runs;
  private final JourneyBlock block = new JourneyBlock();
  private final MemorySegment orderStarts;
  private final MemorySegment order;

  UnitReader(Partition partition, MemorySegment orderStarts, MemorySegment order) {
    this.partition = partition;
    this.runs = new RunReader(partition, 0, partition.tick());
    this.orderStarts = orderStarts;
    this.order = order;
  }

  /// Gives every event of a unit, in order.
  public void read(int unit, Receiver receiver) {
    block.clear();
    runs.fill(block, unit, unit + 1);
    runs.times(unit, block.time(), 0);
    OrderReader reader = order(unit);
    List<byte[]> members = reader.members();
    Taker taker =
        receiver.begin(
            members.isEmpty()
                ? List.of(partition.publicId(unit).toArray(ValueLayout.JAVA_BYTE))
                : members);
    for (int i = 0; i < block.events(); i++) {
      reader.next();
      taker.take(micros(i), reader.seq(), block.code()[i], reader.member(), reader.id());
    }
  }

  /// Copies a unit into rows; the reference of each event is its position, and the ids are lost.
  public void copy(int unit, UnitRows rows) {
    block.clear();
    runs.fill(block, unit, unit + 1);
    runs.times(unit, block.time(), 0);
    OrderReader reader = order(unit);
    rows.clear();
    reader.members().forEach(rows::member);
    for (int i = 0; i < block.events(); i++) {
      reader.next();
      rows.add(micros(i), reader.seq(), block.code()[i], reader.member(), i);
    }
  }

  private OrderReader order(int unit) {
    return new OrderReader(order, orderStarts.get(ColumnFile.INT, unit * 4L));
  }

  private long micros(int i) {
    long ticks = block.time()[i];
    return ticks == JourneyBlock.UNTIMED ? ticks : ticks * partition.tick().micros();
  }
}
