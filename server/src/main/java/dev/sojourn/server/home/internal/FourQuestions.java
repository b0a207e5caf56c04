package dev.sojourn.server.home.internal;

import dev.sojourn.server.atlas.MapMeasures;
import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.collect.Source;
import dev.sojourn.server.collect.Sources;
import dev.sojourn.server.evidence.MapNews;
import dev.sojourn.server.home.HomeAnswers;
import dev.sojourn.server.jobs.Jobs;
import dev.sojourn.server.workspace.WorkspaceInfo;
import dev.sojourn.server.workspace.Workspaces;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Answers the four questions of Home.
@Component
public class FourQuestions {

  private final Workspaces workspaces;
  private final Maps maps;
  private final MapMeasures measures;
  private final MapNews news;
  private final Sources sources;
  private final Jobs jobs;
  private final InstantSource clock;

  FourQuestions(
      Workspaces workspaces,
      Maps maps,
      MapMeasures measures,
      MapNews news,
      Sources sources,
      Jobs jobs,
      InstantSource clock) {
    this.workspaces = workspaces;
    this.maps = maps;
    this.measures = measures;
    this.news = news;
    this.sources = sources;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// The answers for a workspace.
  public HomeAnswers of(String workspace) {
    WorkspaceInfo info = workspaces.info(workspace);
    Map<String, MapNow> all = new LinkedHashMap<>();
    for (StoredMap stored : maps.of(workspace)) {
      all.put(stored.id(), MapNow.of(stored, measures.laidOver(stored)));
    }
    List<Source> from = sources.of(workspace);
    return new HomeAnswers(
        all.isEmpty(),
        Changes.of(news, workspace, all),
        Pains.of(all.values()),
        Dues.of(all.values(), jobs.of(workspace), clock.instant(), info.events() > 0),
        new HomeAnswers.Flowing(
            info.events(),
            info.customers(),
            info.dataThrough(),
            from.stream().mapToLong(Source::rejected).sum(),
            from));
  }
}
