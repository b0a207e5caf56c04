package dev.sojourn.server.atlas.web;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.layout.MapLayout;
import dev.sojourn.map.layout.MissingLetters;
import dev.sojourn.map.layout.Ribbon;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.paint.PageSize;
import dev.sojourn.map.paint.PictureFormat;
import dev.sojourn.map.paint.RibbonThumbnail;
import dev.sojourn.map.paint.Theme;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.atlas.internal.MapShelf;
import dev.sojourn.server.atlas.internal.StoredMaps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Maps as pictures and files.
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/maps/{map}")
class PicturesController {

  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
  private static final String NOTICE = "Sojourn-Notice";
  private static final List<String> THEMES = List.of("light", "dark");
  private static final List<String> FORMATS =
      Stream.concat(PictureFormat.extensions().stream(), Stream.of("json")).toList();
  private static final List<String> PAGES =
      Arrays.stream(PageSize.values()).map(PageSize::name).toList();

  private final StoredMaps maps;
  private final MapShelf shelf;

  PicturesController(StoredMaps maps, MapShelf shelf) {
    this.maps = maps;
    this.shelf = shelf;
  }

  @GetMapping("/ribbon")
  Ribbon ribbon(
      @PathVariable String workspace,
      @PathVariable String map,
      @RequestParam String columns,
      @RequestParam(required = false) @Nullable Double width,
      @RequestParam(required = false) @Nullable Double height) {
    return Ribbon.of(shelf.laidOver(maps.require(workspace, map)), numbers(columns), height);
  }

  @GetMapping("/thumbnail.svg")
  ResponseEntity<byte[]> thumbnail(
      @PathVariable String workspace,
      @PathVariable String map,
      @RequestParam(defaultValue = "light") String theme) {
    Problems problems = new Problems();
    Theme colors = theme(theme, problems);
    problems.refuse();
    String picture = RibbonThumbnail.of(shelf.laidOver(maps.require(workspace, map)), colors);
    return ResponseEntity.ok()
        .contentType(SVG)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(picture.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/export")
  ResponseEntity<byte[]> export(
      @PathVariable String workspace,
      @PathVariable String map,
      @RequestParam String format,
      @RequestParam(defaultValue = "light") String theme,
      @RequestParam(defaultValue = "FIT") String page)
      throws IOException {
    Problems problems = new Problems();
    Theme colors = theme(theme, problems);
    Optional<PictureFormat> picture = PictureFormat.of(format);
    if (picture.isEmpty() && !format.equals("json")) {
      problems.notOneOf("format", format, FORMATS);
    }
    if (!PAGES.contains(page)) {
      problems.notOneOf("page", page, PAGES);
    }
    problems.refuse();
    StoredMap stored = maps.require(workspace, map);
    JourneyMap shown = shelf.laidOver(stored);
    if (picture.isEmpty()) {
      return file(shown.key() + ".json", MediaType.APPLICATION_JSON)
          .body(MapJson.write(shown).getBytes(StandardCharsets.UTF_8));
    }
    // As of its data, so that the same map is the same picture on any day.
    Scene scene = MapLayout.of(shown, MapLayout.latest(shown).orElse(stored.updatedAt()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    picture.get().paint(scene, colors, PageSize.valueOf(page), out);
    ResponseEntity.BodyBuilder file =
        file(
            shown.key() + "." + picture.get().extension(),
            MediaType.parseMediaType(picture.get().mediaType()));
    MissingLetters.sentence(scene).ifPresent(notice -> file.header(NOTICE, notice));
    return file.body(out.toByteArray());
  }

  private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString());
  }

  private static Theme theme(String name, Problems problems) {
    if (!THEMES.contains(name)) {
      problems.notOneOf("theme", name, THEMES);
    }
    return name.equals("dark") ? Theme.DARK : Theme.LIGHT;
  }

  private static List<Double> numbers(String columns) {
    List<Double> numbers = new ArrayList<>();
    for (String one : columns.split(",", 2_000)) {
      try {
        numbers.add(Double.valueOf(one.strip()));
      } catch (NumberFormatException e) {
        throw new RefusedException(
            "columns", "'" + one + "' is not a number; give the left edges as in 0,180,360.");
      }
    }
    return numbers;
  }
}
