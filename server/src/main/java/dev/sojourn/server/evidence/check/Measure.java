package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.server.evidence.walk.Passage;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// Reads one number off journeys, one by one. For one thread.
abstract sealed class Measure {

  /// Reads a journey.
  abstract void read(Passage passage);

  /// The number, over all journeys that were read.
  abstract Measured number();

  private static boolean isOneOf(int[] places, int touchpoint) {
    for (int place : places) {
      if (place == touchpoint) {
        return true;
      }
    }
    return false;
  }

  /// Customers who come to any of some touchpoints, of all or of those who come to any of others.
  static final class Occurs extends Measure {
    private final int[] places;
    private final int[] among;
    private long came;
    private long all;

    /// @param among the touchpoints of which customers count; empty for all customers
    Occurs(int[] places, int[] among) {
      this.places = places;
      this.among = among;
    }

    @Override
    void read(Passage passage) {
      if (among.length == 0 || passage.firstOf(among) >= 0) {
        all++;
        came += passage.firstOf(places) >= 0 ? 1 : 0;
      }
    }

    @Override
    Measured number() {
      return new Measured.Share(new Rate(came, all));
    }
  }

  /// Customers who first come to one before they first come to the other, of those who come to
  /// both.
  static final class Order extends Measure {
    private final int[] earlier;
    private final int[] later;
    private long inOrder;
    private long both;

    Order(int[] earlier, int[] later) {
      this.earlier = earlier;
      this.later = later;
    }

    @Override
    void read(Passage passage) {
      int a = passage.firstOf(earlier);
      int b = passage.firstOf(later);
      if (a >= 0 && b >= 0) {
        both++;
        inOrder += a < b ? 1 : 0;
      }
    }

    @Override
    Measured number() {
      return new Measured.Share(new Rate(inOrder, both));
    }
  }

  /// Customers whose last touchpoint is one of some, of those who come to any of them.
  static final class DropOff extends Measure {
    private final int[] places;
    private long left;
    private long came;

    DropOff(int[] places) {
      this.places = places;
    }

    @Override
    void read(Passage passage) {
      if (passage.firstOf(places) >= 0) {
        came++;
        int last = passage.touchpoint(passage.length() - 1);
        left += isOneOf(places, last) ? 1 : 0;
      }
    }

    private Rate rate() {
      return new Rate(left, came);
    }

    @Override
    Measured number() {
      return new Measured.Share(rate());
    }
  }

  /// How many more leave at some touchpoints than at others.
  static final class DropOffExcess extends Measure {
    private final DropOff here;
    private final DropOff elsewhere;

    DropOffExcess(int[] places, int[] others) {
      here = new DropOff(places);
      elsewhere = new DropOff(others);
    }

    @Override
    void read(Passage passage) {
      here.read(passage);
      elsewhere.read(passage);
    }

    @Override
    Measured number() {
      return new Measured.Excess(here.rate(), elsewhere.rate());
    }
  }

  /// Customers who come to any of some touchpoints twice or more, of those who come to them.
  static final class Repeat extends Measure {
    private final int[] places;
    private long again;
    private long came;

    Repeat(int[] places) {
      this.places = places;
    }

    @Override
    void read(Passage passage) {
      int times = passage.timesOf(places);
      came += times > 0 ? 1 : 0;
      again += times > 1 ? 1 : 0;
    }

    @Override
    Measured number() {
      return new Measured.Share(new Rate(again, came));
    }
  }

  /// Contacts at some touchpoints that go through a channel, of all contacts there.
  static final class ChannelShare extends Measure {
    private final int[] places;
    private final IntPredicate throughChannel;
    private long through;
    private long all;

    /// @param throughChannel says of a code whether its channel is the one asked about
    ChannelShare(int[] places, IntPredicate throughChannel) {
      this.places = places;
      this.throughChannel = throughChannel;
    }

    @Override
    void read(Passage passage) {
      for (int i = 0; i < passage.length(); i++) {
        int t = passage.touchpoint(i);
        if (isOneOf(places, t)) {
          all++;
          through += throughChannel.test(passage.code(i)) ? 1 : 0;
        }
      }
    }

    @Override
    Measured number() {
      return new Measured.Share(new Rate(through, all));
    }
  }

  /// All contacts at some touchpoints.
  static final class Volume extends Measure {
    private final int[] places;
    private long contacts;

    Volume(int[] places) {
      this.places = places;
    }

    @Override
    void read(Passage passage) {
      contacts += passage.timesOf(places);
    }

    @Override
    Measured number() {
      return new Measured.Count(contacts);
    }
  }

  /// Time from first being at one place to first being at another after it; without another, from
  /// the first to the last contact at the place. Journeys without both times are not read.
  static final class Duration extends Measure {
    private final int[] from;
    private final int[] to;
    private final boolean within;
    private final Tick tick;
    private long[] ticks = new long[64];
    private int n;

    /// @param to the other place; empty for the time at one place
    Duration(int[] from, int[] to, Tick tick) {
      this.from = from;
      this.to = to;
      this.within = to.length == 0;
      this.tick = tick;
    }

    @Override
    void read(Passage passage) {
      int start = passage.firstOf(from);
      int end = within ? last(passage) : passage.firstOf(to);
      if (start < 0 || end <= start) {
        return;
      }
      long a = passage.time(start);
      long b = passage.time(end);
      if (a == JourneyBlock.UNTIMED || b == JourneyBlock.UNTIMED) {
        return;
      }
      if (n == ticks.length) {
        ticks = Arrays.copyOf(ticks, n * 2);
      }
      ticks[n++] = b - a;
    }

    private int last(Passage passage) {
      int last = -1;
      for (int i = passage.length() - 1; i >= 0 && last < 0; i--) {
        int t = passage.touchpoint(i);
        last = isOneOf(from, t) ? i : -1;
      }
      return last;
    }

    @Override
    Measured number() {
      return MedianInterval.of(ticks, n, tick);
    }
  }
}
