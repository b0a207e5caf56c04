package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.layout.MapLayout;
import dev.sojourn.map.layout.MissingLetters;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.paint.PageSize;
import dev.sojourn.map.paint.PictureFormat;
import dev.sojourn.map.paint.Theme;
import dev.sojourn.server.insight.JsonForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Draws a map.
@Command(name = "render", header = "Draw a map as SVG, PNG or PDF.")
final class MapRenderVerb implements Verb {

  private static final List<String> THEMES = List.of("light", "dark");
  private static final List<String> PAGES =
      Arrays.stream(PageSize.values()).map(PageSize::name).toList();

  @Parameters(paramLabel = "MAP.json", arity = "0..1", description = "the map")
  private @Nullable String map;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "the picture, ending in .svg, .png or .pdf; replaced when it is there")
  private @Nullable String output;

  @Option(names = "--theme", paramLabel = "THEME", description = "light or dark")
  private String theme = "light";

  @Option(
      names = "--page",
      paramLabel = "PAGE",
      description = "FIT (as large as the drawing) or A3; for .pdf")
  private @Nullable String page;

  private final JsonInput input = new JsonInput("MAP", "the map");
  private @Nullable Path file;
  private @Nullable PictureFormat format;

  @Override
  public void check(Problems problems) {
    input.check(map, problems);
    file = MapVerb.output(output, true, problems);
    String name = file == null ? "" : String.valueOf(file.getFileName());
    format = PictureFormat.of(name.substring(name.lastIndexOf('.') + 1)).orElse(null);
    if (file != null && format == null) {
      problems.add("--output", "'" + file + "' does not end in .svg, .png or .pdf.");
    }
    if (!THEMES.contains(theme)) {
      problems.notOneOf("--theme", theme, THEMES);
    }
    if (page != null && !PAGES.contains(page)) {
      problems.notOneOf("--page", page, PAGES);
    } else if (page != null && format != null && format != PictureFormat.PDF) {
      problems.add("--page", "is for PDF; end the file in .pdf or leave it out.");
    }
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    Path target = file;
    PictureFormat wanted = format;
    if (target == null || wanted == null) {
      throw new IllegalStateException("the options have not been checked");
    }
    JourneyMap read = MapJson.read(input.bytes(surroundings));
    // A map that was held against data is drawn as of its data, so that the picture stays the same.
    Scene scene =
        MapLayout.of(read, MapLayout.latest(read).orElseGet(surroundings.clock()::instant));
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    wanted.paint(
        scene,
        theme.equals("dark") ? Theme.DARK : Theme.LIGHT,
        page == null ? PageSize.FIT : PageSize.valueOf(page),
        picture);
    MapVerb.write(target, picture.toByteArray());
    ObjectNode json = JsonForm.object();
    json.put("file", target.toString());
    json.put("format", wanted.extension());
    json.set("width", JsonForm.decimal(scene.width()));
    json.set("height", JsonForm.decimal(scene.height()));
    json.put("bytes", picture.size());
    MissingLetters.sentence(scene).ifPresent(notice -> json.put("notice", notice));
    return json;
  }
}
