package dev.sojourn.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A real Chromium of the machine, and the one that watches: a page may not say an error in its
/// console, get a refusal, or fetch anything from elsewhere, except what its story provokes. For
/// one thread.
final class Chromium implements AutoCloseable {

  private static final Pattern OWN =
      Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/|data:|blob:).*");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> faults = new ArrayList<>();
  private final List<Pattern> provoked = new ArrayList<>();

  Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program())
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private static String node() {
    try {
      return Files.readString(Path.of(System.getProperty("playwright.cli.dir"), "node"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path program() {
    String named = System.getenv("CHROMIUM");
    return Stream.of(
            named == null ? "/usr/bin/chromium" : named,
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "The browser stories need Chromium: install it (apt-get install chromium) or"
                    + " name it in the environment variable CHROMIUM."));
  }

  /// A page of a person who was never here.
  Page page(int width, int height, boolean dark) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale("en-US")
                .setTimezoneId("UTC"));
    context.setDefaultTimeout(15_000);
    watch(context);
    return context.newPage();
  }

  private void watch(BrowserContext context) {
    context.onRequest(request -> {
      if (!OWN.matcher(request.url()).matches()) {
        faults.add("fetched from elsewhere: " + request.url());
      }
    });
    context.onResponse(response -> {
      if (response.status() >= 400) {
        faults.add(response.status() + " " + response.request().method() + " " + response.url());
      }
    });
    context.onConsoleMessage(message -> {
      // Of an answer that is a refusal the answer itself tells more.
      if (message.type().equals("error")
          && !message.text().contains("the server responded with a status of")) {
        faults.add(message.text() + " " + message.location());
      }
    });
    context.onWebError(fault -> faults.add("uncaught: " + fault.error()));
  }

  /// Says that this story brings about faults whose line has this in it, and so they are none.
  void provokes(String regex) {
    provoked.add(Pattern.compile(regex));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    List<String> unexpected =
        faults.stream()
            .filter(fault -> provoked.stream().noneMatch(p -> p.matcher(fault).find()))
            .distinct()
            .toList();
    if (!unexpected.isEmpty()) {
      throw new AssertionError("The browser met faults:\n  " + String.join("\n  ", unexpected));
    }
  }
}
