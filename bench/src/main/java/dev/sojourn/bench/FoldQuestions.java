package dev.sojourn.bench;

import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Edge;
import dev.sojourn.kernel.result.AnalysisResult.FunnelStep;
import dev.sojourn.kernel.result.Elapsed;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The questions of the fold benchmark: as a spec, as SQL, and the answers of both as one text.
final class FoldQuestions {

  private static final Duration WINDOW = Duration.ofDays(7);

  /// Which channel each of the five stages of the funnel is on.
  private static final List<Integer> STEP_CHANNELS = List.of(4, 0, 0, 1, 2);

  private FoldQuestions() {}

  /// Five steps, one in each stage, within seven days.
  static Spec.Funnel funnel(Generated events) {
    List<List<String>> steps =
        stepCodes(events).stream().map(code -> List.of(events.names().get(code))).toList();
    return new Spec.Funnel(steps, WINDOW, EventFilter.ALL, Period.ALWAYS);
  }

  /// Every pair with its exact median.
  static Spec.Flow flow() {
    return new Spec.Flow(EventFilter.ALL, Period.ALWAYS);
  }

  private static List<Integer> stepCodes(Generated events) {
    int channels = events.names().size() / STEP_CHANNELS.size();
    return IntStream.range(0, STEP_CHANNELS.size())
        .mapToObj(stage -> stage * channels + STEP_CHANNELS.get(stage))
        .toList();
  }

  /// Customers by step: a chain of ASOF joins, each to the latest start that can still be in time.
  static String funnelSql(Generated events) {
    List<Integer> codes = stepCodes(events);
    long window = Math.multiplyExact(WINDOW.toSeconds(), events.tick().perSecond());
    StringBuilder sql =
        new StringBuilder(
            "with e1 as (select customer, ts, ts s from t where tp=" + codes.getFirst() + ")");
    StringBuilder counts = new StringBuilder("select 1 k, count(distinct customer) n from e1");
    for (int k = 2; k <= codes.size(); k++) {
      sql.append(", e" + k + " as materialized (select x.customer, x.ts, y.s from ")
          .append("(select customer, ts from t where tp=" + codes.get(k - 1) + ") x asof join e")
          .append(k - 1)
          .append(" y on x.customer=y.customer and x.ts>y.ts where x.ts-y.s<=" + window + ")");
      counts.append(" union all select " + k + ", count(distinct customer) from e" + k);
    }
    return sql + " select k || chr(9) || n from (" + counts + ") order by k";
  }

  /// Pairs by count: relies on the table being in order and on one thread reading it in order.
  static String flowStreamingSql() {
    return flowSql(
        "select tp, ts, lag(tp) over () p, lag(ts) over () pt, lag(customer) over () pc, customer"
            + " from t",
        "pc = customer");
  }

  /// Pairs by count, whatever order the table is in.
  static String flowCleanSql() {
    return flowSql(
        "select tp, ts, lag(tp) over w p, lag(ts) over w pt from t"
            + " window w as (partition by customer order by ts)",
        "p is not null");
  }

  private static String flowSql(String pairs, String isPair) {
    return "select p || chr(9) || tp || chr(9) || count(*) || chr(9) || sum(ts - pt)::hugeint"
        + " || chr(9) || (2 * quantile_cont(ts - pt, 0.5))::bigint from ("
        + pairs
        + ") where "
        + isPair
        + " group by p, tp order by p, tp";
  }

  /// The answer to the funnel as the SQL gives it.
  static List<String> text(AnalysisResult.Funnel answer) {
    return answer.steps().stream().map(FoldQuestions::text).toList();
  }

  private static String text(FunnelStep step) {
    return step.step() + "\t" + step.reached();
  }

  /// The answer to the flow in the form that [#comparable] gives the rows of the SQL.
  static List<String> text(AnalysisResult.Flow answer) {
    return answer.edges().stream()
        .sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to))
        .map(FoldQuestions::text)
        .toList();
  }

  private static String text(Edge edge) {
    Elapsed elapsed = Objects.requireNonNull(edge.elapsedSeconds());
    return String.join(
        "\t",
        edge.from(),
        edge.to(),
        Long.toString(edge.occurrences()),
        Double.toString(elapsed.median()),
        Double.toString(elapsed.mean()));
  }

  /// Rows of the flow's SQL with names and seconds, in the order of the names.
  static List<String> comparable(List<String> rows, Generated events) {
    return rows.stream().map(row -> comparable(row, events)).sorted(byNames()).toList();
  }

  private static String comparable(String row, Generated events) {
    String[] cells = row.split("\t", -1);
    long count = Long.parseLong(cells[2]);
    return String.join(
        "\t",
        events.names().get(Integer.parseInt(cells[0])),
        events.names().get(Integer.parseInt(cells[1])),
        cells[2],
        seconds(cells[4], 2, events.tick()),
        seconds(cells[3], count, events.tick()));
  }

  private static String seconds(String ticks, long times, Tick tick) {
    BigDecimal parts = BigDecimal.valueOf(times).multiply(BigDecimal.valueOf(tick.perSecond()));
    return Double.toString(new BigDecimal(ticks).divide(parts, new MathContext(60)).doubleValue());
  }

  private static Comparator<String> byNames() {
    return Comparator.comparing((String row) -> row.split("\t", -1)[0])
        .thenComparing(row -> row.split("\t", -1)[1]);
  }
}
