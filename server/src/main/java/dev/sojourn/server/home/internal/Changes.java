package dev.sojourn.server.home.internal;

import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.server.evidence.MapNews;
import dev.sojourn.server.evidence.check.Words;
import dev.sojourn.server.home.HomeAnswers.Kind;
import dev.sojourn.server.home.HomeAnswers.Line;
import dev.sojourn.server.home.HomeAnswers.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What changed: verdicts that turned, and paths that nobody drew.
final class Changes {

  private static final int MOST = 8;
  private static final int LOOKED_AT = 200;

  private Changes() {}

  static List<Line> of(MapNews news, String workspace, Map<String, MapNow> maps) {
    List<Line> lines = new ArrayList<>();
    Set<UUID> told = new HashSet<>();
    for (MapNews.VerdictChange change : news.verdicts(workspace, LOOKED_AT)) {
      MapNow map = maps.get(change.map());
      boolean latest = told.add(change.claim());
      if (map != null
          && latest
          && map.has(change.element())
          && (decides(change.verdict()) || decides(change.former()))) {
        lines.add(turned(change, map.place()));
      }
    }
    for (MapNews.NewPath path : news.paths(workspace, LOOKED_AT)) {
      MapNow map = maps.get(path.map());
      if (map != null && map.has(path.fromStage()) && map.has(path.toStage())) {
        lines.add(found(path, map.place()));
      }
    }
    lines.sort(Comparator.comparing((Line line) -> Objects.requireNonNull(line.at())).reversed());
    return lines.stream().limit(MOST).toList();
  }

  private static Line turned(MapNews.VerdictChange change, Place map) {
    return new Line(
        Kind.VERDICT,
        "“" + unquoted(change.statement()) + "”",
        change.sentence() + " Was " + words(change.former()) + ".",
        level(change.verdict()),
        map,
        change.element(),
        null,
        change.n(),
        null,
        change.at());
  }

  private static Line found(MapNews.NewPath path, Place map) {
    return new Line(
        Kind.NEW_PATH,
        "A path that nobody drew: from " + path.from() + " to " + path.to(),
        Words.count(path.customers())
            + " of "
            + Words.count(path.of())
            + " customers take it, "
            + Words.percent(path.of() == 0 ? 0 : (double) path.customers() / path.of())
            + ".",
        EvidenceLevel.OBSERVED,
        map,
        path.fromStage(),
        null,
        path.customers(),
        path.of(),
        path.at());
  }

  static String unquoted(String statement) {
    return statement.replace('“', '‘').replace('”', '’');
  }

  private static boolean decides(Verdict verdict) {
    return verdict == Verdict.CONFIRMED || verdict == Verdict.CONTRADICTED;
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case CONFIRMED -> "confirmed";
      case CONTRADICTED -> "contradicted";
      case INCONCLUSIVE -> "not clear";
      case NOT_ENOUGH_DATA -> "too little data";
      case NOT_MEASURABLE -> "not to be seen in events";
      case NOT_RUN -> "not checked";
    };
  }

  private static @Nullable EvidenceLevel level(Verdict verdict) {
    return switch (verdict) {
      case CONFIRMED -> EvidenceLevel.OBSERVED;
      case CONTRADICTED -> EvidenceLevel.CONTRADICTED;
      case INCONCLUSIVE -> EvidenceLevel.INCONCLUSIVE;
      case NOT_ENOUGH_DATA -> EvidenceLevel.NOT_ENOUGH_DATA;
      case NOT_MEASURABLE -> EvidenceLevel.NOT_MEASURABLE;
      case NOT_RUN -> EvidenceLevel.ASSUMED;
    };
  }
}
