package dev.sojourn.server.atlas.web;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap.MapType;
import dev.sojourn.server.atlas.MapEvidence;
import dev.sojourn.server.atlas.MapSummary;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.atlas.internal.MapShelf;
import dev.sojourn.server.atlas.internal.StoredMaps;
import dev.sojourn.server.atlas.internal.Template;
import dev.sojourn.server.workspace.Workspaces;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/maps")
class MapsController {

  private static final int LONGEST_TITLE = 400;

  private final Workspaces workspaces;
  private final StoredMaps maps;
  private final MapShelf shelf;

  MapsController(Workspaces workspaces, StoredMaps maps, MapShelf shelf) {
    this.workspaces = workspaces;
    this.maps = maps;
    this.shelf = shelf;
  }

  /// Maps, the latest changed first.
  record MapList(List<MapSummary> maps) {}

  /// A map with what was measured on it.
  ///
  /// @param map the document without checks and reality
  /// @param evidence null when it was never held against data
  record MapAnswer(
      long revision,
      Instant updatedAt,
      @Schema(type = "object") ObjectNode map,
      @Nullable MapEvidence evidence) {}

  /// What a new map is made of: a document, or a title and a template.
  record NewMap(
      @Nullable String title,
      @Nullable String mapType,
      @Nullable String template,
      @Schema(type = "object") @Nullable ObjectNode map) {}

  /// What a copy is called; null for a name made from that of the map.
  record Copy(@Nullable String title) {}

  @GetMapping
  MapList list(@PathVariable String workspace, @RequestParam(defaultValue = "false") boolean bin) {
    workspaces.info(workspace);
    return new MapList(shelf.list(workspace, bin));
  }

  @PostMapping
  ResponseEntity<MapAnswer> make(@PathVariable String workspace, @RequestBody NewMap request) {
    workspaces.info(workspace);
    Problems problems = new Problems();
    if (request.map() != null) {
      if (request.title() != null || request.mapType() != null || request.template() != null) {
        problems.add("map", "stands beside a title or a template; give one or the other.");
      }
      problems.refuse();
      return created(maps.add(workspace, MapJson.read(request.map()), "Taken in from a file"));
    }
    String title = request.title() == null ? "" : request.title().strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      problems.add("title", "is to have 1 to " + LONGEST_TITLE + " characters.");
    }
    Template template = constant("template", request.template(), Template.values(), problems);
    MapType type = constant("mapType", request.mapType(), MapType.values(), problems);
    problems.refuse();
    return created(
        shelf.begin(workspace, title, type, template == null ? Template.BLANK : template));
  }

  @PostMapping("/{map}/copy")
  ResponseEntity<MapAnswer> copy(
      @PathVariable String workspace, @PathVariable String map, @RequestBody Copy request) {
    String title = request.title() == null ? "" : request.title().strip();
    if (title.isEmpty()) {
      String former = "Copy of " + maps.require(workspace, map).map().title();
      title = former.substring(0, Math.min(LONGEST_TITLE, former.length()));
    }
    Problems problems = new Problems();
    if (title.length() > LONGEST_TITLE) {
      problems.add("title", "is to have at most " + LONGEST_TITLE + " characters.");
    }
    problems.refuse();
    return created(maps.copy(workspace, map, title));
  }

  @GetMapping("/{map}")
  ResponseEntity<MapAnswer> one(@PathVariable String workspace, @PathVariable String map) {
    StoredMap found = maps.require(workspace, map);
    return ResponseEntity.ok().eTag("\"" + found.revision() + "\"").body(answer(found));
  }

  @DeleteMapping("/{map}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void bin(@PathVariable String workspace, @PathVariable String map) {
    maps.bin(workspace, map);
  }

  @PostMapping("/{map}/restore")
  MapAnswer restore(@PathVariable String workspace, @PathVariable String map) {
    return answer(maps.restore(workspace, map));
  }

  private ResponseEntity<MapAnswer> created(StoredMap map) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .eTag("\"" + map.revision() + "\"")
        .body(answer(map));
  }

  private MapAnswer answer(StoredMap map) {
    return new MapAnswer(
        map.revision(), map.updatedAt(), MapJson.tree(map.map()), shelf.evidence(map).orElse(null));
  }

  private static <E extends Enum<E>> @Nullable E constant(
      String field, @Nullable String name, E[] constants, Problems problems) {
    if (name == null) {
      return null;
    }
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    problems.notOneOf(field, name, Arrays.stream(constants).map(Enum::name).toList());
    return null;
  }
}
