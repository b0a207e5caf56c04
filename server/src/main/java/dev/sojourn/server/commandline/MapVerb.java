package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.plan.CompiledMap;
import dev.sojourn.server.evidence.walk.Watch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/// What can be done with journey maps.
@Command(
    name = "map",
    header = "Draft, check, compare and draw journey maps.",
    subcommands = {
      MapDiscoverVerb.class,
      MapCheckVerb.class,
      MapLintVerb.class,
      MapDiffVerb.class,
      MapRenderVerb.class
    })
final class MapVerb {

  /// Commands that are known and not there yet.
  static final List<String> LATER = List.of("export", "import");

  private MapVerb() {}

  /// The plan of a map in event names, which is what journeys without a lens are made of.
  static PlanElement plan(ObjectNode map) {
    return CompiledMap.of(MapJson.read(map)).eventPlan();
  }

  /// Who waits for long work on a map.
  static Watch watch(Progress progress, Surroundings surroundings) {
    return new Watch(surroundings.cancelled(), progress::show);
  }

  /// The file that an answer goes to; null, noted unless none was asked for, when there is none.
  static @Nullable Path output(@Nullable String named, boolean needed, Problems problems) {
    if (named == null || named.isEmpty()) {
      if (needed) {
        problems.add("--output", "is missing; name the file to be written, as in -o map.svg.");
      }
      return null;
    }
    Path file = DataOptions.path("--output", named, problems);
    if (file != null && Files.isDirectory(file)) {
      problems.add("--output", file + " is a directory; name a file.");
    }
    return file;
  }

  /// Writes a text file, with the folders above it.
  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes a file, with the folders above it.
  static void write(Path file, byte[] bytes) throws IOException {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, bytes);
    } catch (AccessDeniedException e) {
      throw new RefusedException("--output", "this process may not write " + file + ".");
    }
  }
}
