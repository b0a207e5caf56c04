package dev.sojourn.bench;

import dev.sojourn.kernel.journey.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes events that look like those of a business, the same ones for the same settings.
///
/// Customers differ much in how active they are (Pareto, mean about 14 events, at most 4,000). A
/// touchpoint is one of five stages on a channel; a customer mostly stays in a stage or goes on to
/// the next. Six gaps in ten are inside a visit (mean 3 minutes), the others are days. Times rise
/// strictly within a customer and lie in 26 weeks.
final class EventGenerator {

  /// The moment before which nothing happens; a Thursday.
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<String> STAGES = List.of("see", "compare", "buy", "service", "renew");
  private static final List<String> CHANNELS =
      List.of("web", "app", "email", "sms", "ads", "store", "call", "social");
  private static final double[] CHANNEL_WEIGHTS = {5, 4, 3, 1, 3, 2, 1.5, 2};
  private static final int COUNTRIES = 30;
  private static final int LONGEST_JOURNEY = 4_000;
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
  private static final long SPAN_MILLIS = 182 * DAY_MILLIS;
  private static final long VISIT_GAP_MILLIS = 180_000L;

  private final RandomStream random;
  private final Settings settings;
  private final int channels;
  private final double[] first;
  private final double[][] next;
  private final double[] countries;

  /// What to make.
  ///
  /// @param events how many
  /// @param types how many touchpoints, a multiple of 40
  /// @param micros whether times have microseconds
  record Settings(int events, int types, boolean micros, long seed) {}

  private EventGenerator(Settings settings) {
    this.settings = settings;
    random = new RandomStream(settings.seed());
    channels = settings.types() / STAGES.size();
    first = cumulated(settings.types(), this::firstWeight);
    next = new double[settings.types()][];
    for (int from = 0; from < next.length; from++) {
      int before = from;
      next[from] = cumulated(settings.types(), to -> nextWeight(before, to));
    }
    countries = cumulated(COUNTRIES, i -> 1.0 / (i + 1));
  }

  static Generated generate(Settings settings) {
    return new EventGenerator(settings).generate();
  }

  private interface Weight {
    double of(int index);
  }

  private static double[] cumulated(int count, Weight weight) {
    double[] sums = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weight.of(i);
      sums[i] = sum;
    }
    return sums;
  }

  private double channelWeight(int type) {
    return CHANNEL_WEIGHTS[type % channels % CHANNEL_WEIGHTS.length];
  }

  private double firstWeight(int type) {
    int stage = type / channels;
    return (stage == 0 ? 0.8 : stage == 1 ? 0.15 : 0.02) * channelWeight(type);
  }

  private double nextWeight(int from, int to) {
    int onwards = to / channels - from / channels;
    double stage = onwards == 0 ? 0.62 : onwards == 1 ? 0.22 : onwards == -1 ? 0.08 : 0.03;
    double channel = channelWeight(to) * (from % channels == to % channels ? 2.5 : 1);
    // A fixed unevenness, so that the graph is not flat.
    double uneven = 0.4 + 1.2 * ((from * 31 + to * 17) % 11 / 10.0);
    return stage * channel * uneven;
  }

  private Generated generate() {
    int n = settings.events();
    int[] start = new int[n + 1];
    long[] time = new long[n];
    char[] code = new char[n];
    byte[] country = new byte[n];
    byte[] device = new byte[n];
    int[] value = new int[n];
    long[] gaps = new long[LONGEST_JOURNEY];
    long perMilli = settings.micros() ? 1_000 : 1;
    int customers = 0;
    for (int at = 0; at < n; ) {
      int length = Math.clamp(journeyLength(), 1, n - at);
      long total = gaps(gaps, length);
      long t = (long) (random.fraction() * (SPAN_MILLIS - total));
      byte home = (byte) random.pick(countries);
      int type = random.pick(first);
      for (int i = 0; i < length; i++, at++) {
        t += gaps[i];
        type = i == 0 ? type : random.pick(next[type]);
        time[at] = (BEGIN.toEpochMilli() + t) * perMilli + below(perMilli);
        code[at] = (char) type;
        country[at] = home;
        device[at] = (byte) (random.bits() >>> 62);
        value[at] = type / channels == 2 ? 100 + (int) (random.fraction() * 20_000) : 0;
      }
      customers++;
      start[customers] = at;
    }
    return new Generated(
        names(),
        settings.micros() ? Tick.MICROSECOND : Tick.MILLISECOND,
        Arrays.copyOf(start, customers + 1),
        shuffled(customers),
        time,
        code,
        country,
        device,
        value);
  }

  private int journeyLength() {
    return (int) Math.min(LONGEST_JOURNEY, 4 * StrictMath.pow(random.fraction(), -0.8)) - 3;
  }

  /// Fills in the gap before each event, in milliseconds.
  ///
  /// @return their sum
  private long gaps(long[] gaps, int length) {
    // The longer a journey, the shorter the time between visits, or it would not fit.
    double days = Math.min(3.0, 160.0 / (length * 0.4));
    gaps[0] = 0;
    long total = 0;
    for (int i = 1; i < length; i++) {
      boolean sameVisit = random.fraction() < 0.6;
      double mean = sameVisit ? VISIT_GAP_MILLIS : days * DAY_MILLIS;
      gaps[i] = 1 + (long) (random.exponential() * mean);
      total += gaps[i];
    }
    long most = SPAN_MILLIS - HOUR_MILLIS;
    if (total <= most) {
      return total;
    }
    double shorter = (double) most / total;
    total = 0;
    for (int i = 1; i < length; i++) {
      gaps[i] = Math.max(1, (long) (gaps[i] * shorter));
      total += gaps[i];
    }
    return total;
  }

  private long below(long bound) {
    return bound == 1 ? 0 : Long.remainderUnsigned(random.bits(), bound);
  }

  /// Customer numbers say nothing of when a customer was made.
  private int[] shuffled(int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    for (int i = count - 1; i > 0; i--) {
      int j = (int) Long.remainderUnsigned(random.bits(), i + 1);
      int swapped = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = swapped;
    }
    return numbers;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int type = 0; type < settings.types(); type++) {
      int channel = type % channels;
      int group = channel / CHANNELS.size();
      names.add(
          CHANNELS.get(channel % CHANNELS.size())
              + (group == 0 ? "" : "-" + (group + 1))
              + "."
              + STAGES.get(type / channels));
    }
    return names;
  }
}
