package dev.sojourn.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The packaged application as the next build would be: every script and style of its pages has
/// another name, and those of now are gone.
final class OtherBuild {

  private OtherBuild() {}

  /// Lays it into an empty folder.
  ///
  /// @return what to start
  static Path in(Path folder) throws IOException {
    Path app = Path.of(System.getProperty("sojourn.root"), "server", "target", "app");
    Files.createDirectories(folder.resolve("lib"));
    try (Stream<Path> files = Files.walk(app)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = folder.resolve(app.relativize(file).toString());
        if (file.getFileName().toString().startsWith("sojourn-web-")) {
          rename(file, copy);
        } else if (!file.toString().endsWith(".aot")) {
          Files.createSymbolicLink(copy, file);
        }
      }
    }
    // The class path of a jar is read from where the jar itself lies.
    Files.delete(folder.resolve("sojourn.jar"));
    Files.copy(app.resolve("sojourn.jar"), folder.resolve("sojourn.jar"));
    return folder.resolve("sojourn.jar");
  }

  private static void rename(Path from, Path to) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    List<String> named =
        entries.keySet().stream()
            .filter(name -> name.matches("static/assets/.*\\.(js|css)"))
            .map(name -> name.substring("static/assets/".length()))
            .toList();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(renamed(entry.getKey(), named)));
        boolean isText = entry.getKey().matches(".*\\.(js|css|html|json)");
        out.write(
            isText
                ? renamed(new String(entry.getValue(), StandardCharsets.UTF_8), named)
                    .getBytes(StandardCharsets.UTF_8)
                : entry.getValue());
        out.closeEntry();
      }
    }
  }

  private static String renamed(String text, List<String> named) {
    String now = text;
    for (String name : named) {
      now = now.replace(name, "next-" + name);
    }
    return now;
  }
}
