package dev.sojourn.map.layout;

import dev.sojourn.map.evidence.EvidenceBook;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Reality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Sets a map out on paper. Stateless; the same map and instant give the same scene.
public final class MapLayout {

  private MapLayout() {}

  /// The scene of a map.
  ///
  /// @param asOf now, against which evidence ages
  public static Scene of(JourneyMap map, Instant asOf) {
    EvidenceBook book = EvidenceBook.of(map, asOf);
    Sheet sheet = new Sheet(map, book, new EvidenceWords(asOf));
    HeadBlock head = new HeadBlock(sheet);
    double y = head.title();
    sheet.rule(0, y + 0.5, sheet.right(), y + 0.5);
    double gridTop = y;
    double heads = head.stages(y);
    y += heads;
    List<Double> rows = new ArrayList<>(List.of(y));
    Reality reality = map.reality();
    sheet.columnRules(sheet.items.size(), gridTop, y);
    if (reality != null && !reality.flows().isEmpty()) {
      y += new RibbonBlock(sheet, y).lay();
      rows.add(y);
    }
    sheet.rule(0, y + 0.5, sheet.right(), y + 0.5);
    for (Lane lane : map.lanes()) {
      int under = sheet.items.size();
      boolean feeling = lane.role() == Lane.Role.EMOTION_CURVE;
      double height =
          feeling ? new FeelingBlock(sheet, y).lay(lane) : new LaneBlock(sheet, lane, y).lay();
      if (!feeling) {
        sheet.columnRules(under, y, y + height);
      }
      y += height;
      rows.add(y);
      sheet.rule(0, y + 0.5, sheet.right(), y + 0.5);
    }
    FootBlock foot = new FootBlock(sheet, MapJson.contentHash(map), asOf);
    y += foot.key(y);
    y += foot.foot(y);
    return new Scene(
        Math.ceil(sheet.right()),
        Math.ceil(y),
        Typesetter.clean(map.title()),
        inWords(map),
        map.showsInventedData(),
        new Scene.Grid(sheet.columns.edges(), gridTop, gridTop + heads, rows),
        sheet.items);
  }

  /// The instant that a map itself knows as the latest: when it was counted, else the end of its
  /// data; empty for a map without data.
  public static Optional<Instant> latest(JourneyMap map) {
    Reality reality = map.reality();
    return Stream.concat(
            reality == null
                ? Stream.empty()
                : Stream.of(
                        Optional.ofNullable(reality.computedAt()),
                        Optional.ofNullable(reality.to()))
                    .flatMap(Optional::stream),
            map.checks().stream().map(CheckResult::to).filter(Objects::nonNull))
        .max(Comparator.naturalOrder());
  }

  private static String inWords(JourneyMap map) {
    StringBuilder words = new StringBuilder();
    Reality reality = map.reality();
    map.stages()
        .forEach(stage -> {
          words.append(words.isEmpty() ? "" : "; ").append(Typesetter.clean(stage.name()));
          if (reality != null) {
            reality
                .stage(stage.id())
                .ifPresent(c ->
                    words.append(", ").append(Numbers.count(c.customers())).append(" customers"));
          }
        });
    return words.append('.').toString();
  }
}
