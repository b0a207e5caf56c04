package dev.sojourn.server.atlas.web;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.operation.Operation;
import dev.sojourn.map.operation.OperationJson;
import dev.sojourn.server.atlas.MapChange;
import dev.sojourn.server.atlas.Outcome;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.atlas.internal.ChangeView;
import dev.sojourn.server.atlas.internal.MapShelf;
import dev.sojourn.server.atlas.internal.StoredMaps;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/maps/{map}")
class ChangesController {

  private static final int MOST_CHANGES = 200;
  private static final int MOST_OPERATIONS = 5_000;
  private static final int LONGEST_LABEL = 200;
  private static final int PAGE = 50;

  private final StoredMaps maps;
  private final MapShelf shelf;

  ChangesController(StoredMaps maps, MapShelf shelf) {
    this.maps = maps;
    this.shelf = shelf;
  }

  /// Changes to be applied in this order.
  record Changes(@Nullable List<Change> changes) {}

  /// One change.
  record Change(
      @Nullable String id,
      @Nullable Long base,
      @Nullable String label,
      @ArraySchema(schema = @Schema(type = "object")) @Nullable List<ObjectNode> operations) {}

  /// What became of the changes.
  ///
  /// @param revision of the map after them
  record Outcomes(long revision, List<Outcome> outcomes) {}

  /// Changes after a revision, oldest first.
  record Missed(long revision, List<ChangeView> changes) {}

  /// Changes in short, newest first.
  ///
  /// @param next null at the end
  record History(List<MapShelf.HistoryEntry> changes, @Nullable String next) {}

  @PostMapping("/changes")
  Outcomes change(
      @PathVariable String workspace, @PathVariable String map, @RequestBody Changes request) {
    Problems problems = new Problems();
    List<MapChange> changes = read(request.changes(), problems);
    problems.refuse();
    List<Outcome> outcomes = maps.change(workspace, map, changes);
    return new Outcomes(maps.require(workspace, map).revision(), outcomes);
  }

  @GetMapping("/changes")
  Missed since(@PathVariable String workspace, @PathVariable String map, @RequestParam long since) {
    StoredMap found = maps.require(workspace, map);
    List<ChangeView> changes =
        shelf.since(found, since).orElseThrow(() -> new ErrorResponseException(HttpStatus.GONE));
    return new Missed(found.revision(), changes);
  }

  @GetMapping("/history")
  History history(
      @PathVariable String workspace,
      @PathVariable String map,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "" + PAGE) int limit) {
    StoredMap found = maps.require(workspace, map);
    int most = Math.clamp(limit, 1, MOST_CHANGES);
    long before = cursor == null ? Long.MAX_VALUE : revision(cursor);
    List<MapShelf.HistoryEntry> entries = shelf.history(found, before, most + 1);
    boolean more = entries.size() > most;
    List<MapShelf.HistoryEntry> shown = more ? entries.subList(0, most) : entries;
    return new History(shown, more ? Long.toString(shown.getLast().revision()) : null);
  }

  private static long revision(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new RefusedException("cursor", "'" + cursor + "' is none; take the one from 'next'.");
    }
  }

  private static List<MapChange> read(@Nullable List<Change> changes, Problems problems) {
    List<MapChange> read = new ArrayList<>();
    if (changes == null || changes.isEmpty() || changes.size() > MOST_CHANGES) {
      problems.add("changes", "is to have 1 to " + MOST_CHANGES + " changes.");
      return read;
    }
    for (int i = 0; i < changes.size(); i++) {
      String at = "changes[" + i + "]";
      @Nullable Change change = changes.get(i);
      if (change == null) {
        problems.add(at, "is null; give a change.");
        continue;
      }
      String id = change.id() == null ? "" : change.id();
      String label = change.label() == null ? "" : change.label();
      if (!isId(id)) {
        problems.add(at + ".id", "is not a UUID in lower case; make a new one for each change.");
      }
      if (label.isBlank() || label.length() > LONGEST_LABEL) {
        problems.add(at + ".label", "is to have 1 to " + LONGEST_LABEL + " characters.");
      }
      if (change.base() == null || change.base() < 0) {
        problems.add(at + ".base", "is to be the revision that the change is based on.");
      }
      read.add(
          new MapChange(
              id,
              change.base() == null ? 0 : change.base(),
              label,
              operations(change.operations(), at, problems)));
    }
    return read;
  }

  private static List<Operation> operations(
      @Nullable List<ObjectNode> nodes, String at, Problems problems) {
    List<Operation> operations = new ArrayList<>();
    if (nodes == null || nodes.isEmpty() || nodes.size() > MOST_OPERATIONS) {
      problems.add(at + ".operations", "is to have 1 to " + MOST_OPERATIONS + " operations.");
      return operations;
    }
    for (int j = 0; j < nodes.size(); j++) {
      @Nullable ObjectNode node = nodes.get(j);
      JsonNode operation = node == null ? NullNode.getInstance() : node;
      OperationJson.read(operation, at + ".operations[" + j + "]", problems)
          .ifPresent(operations::add);
    }
    return operations;
  }

  private static boolean isId(String text) {
    try {
      return text.length() == 36 && UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
