package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.layout.MapLayout;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.paint.SvgPainter;
import dev.sojourn.map.paint.Theme;
import dev.sojourn.server.insight.JsonForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Draws a map.
@Command(name = "render", header = "Draw a map as SVG.")
final class MapRenderVerb implements Verb {

  private static final List<String> THEMES = List.of("light", "dark");

  @Parameters(paramLabel = "MAP.json", arity = "0..1", description = "the map")
  private @Nullable String map;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.svg",
      description = "the picture; replaced when it is there")
  private @Nullable String output;

  @Option(names = "--theme", paramLabel = "THEME", description = "light or dark")
  private String theme = "light";

  private final JsonInput input = new JsonInput("MAP", "the map");
  private @Nullable Path file;

  @Override
  public void check(Problems problems) {
    input.check(map, problems);
    file = MapVerb.output(output, true, problems);
    if (file != null && !file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      problems.add(
          "--output", "'" + file + "' does not end in .svg, the one format that is available.");
    }
    if (!THEMES.contains(theme)) {
      problems.notOneOf("--theme", theme, THEMES);
    }
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    Path target = file;
    if (target == null) {
      throw new IllegalStateException("the options have not been checked");
    }
    JourneyMap read = MapJson.read(input.bytes(surroundings));
    // A map that was held against data is drawn as of its data, so that the picture stays the same.
    Scene scene =
        MapLayout.of(read, MapLayout.latest(read).orElseGet(surroundings.clock()::instant));
    String picture = SvgPainter.paint(scene, theme.equals("dark") ? Theme.DARK : Theme.LIGHT);
    MapVerb.write(target, picture);
    ObjectNode json = JsonForm.object();
    json.put("file", target.toString());
    json.put("format", "svg");
    json.set("width", JsonForm.decimal(scene.width()));
    json.set("height", JsonForm.decimal(scene.height()));
    json.put("bytes", picture.getBytes(StandardCharsets.UTF_8).length);
    return json;
  }
}
