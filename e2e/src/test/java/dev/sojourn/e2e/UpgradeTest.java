package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages stay open while the server is replaced by another build: they say so, and what is typed in
/// them goes on.
class UpgradeTest {

  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @TempDir private Path folder = Path.of("");

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator room(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aPageOfTheBuildBeforeSaysSoAndKeepsWhatIsTyped() throws IOException {
    Path other = OtherBuild.in(folder.resolve("other"));
    try (Application application = Application.start("serve", folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      chromium.provokes("net::ERR_|next-|Refused to apply style|Unable to preload CSS");
      chromium.provokes("404 GET .*/assets/.*-[\\w-]{8}\\.(js|css)$");
      String map = Maps.make(application.address(), "default", "A visit");
      Page typing = chromium.page(1280, 900, false);
      typing.navigate(application.address() + "w/default/maps/" + map);
      Page reading = typing.context().newPage();
      reading.navigate(application.address() + "w/default/maps");
      assertThat(reading.getByText("A visit").first()).isVisible();
      typing.bringToFront();
      Locator stage = typing.getByRole(AriaRole.COLUMNHEADER).first();
      stage.focus();
      typing.keyboard().press("Enter");
      typing.keyboard().press("ControlOrMeta+a");
      typing.keyboard().type("Typed while the server was ");

      application.replaceBy(other);

      Locator said = typing.getByText("A newer build of Sojourn is running.");
      assertThat(said).isVisible(PATIENT);
      typing.keyboard().type("replaced");
      // Without leaving the field first.
      typing.reload();
      assertThat(typing.getByText("Typed while the server was replaced").first()).isVisible();
      assertThat(said).hasCount(0);
      assertThat(typing.getByText(Pattern.compile("^saved \\d\\d:\\d\\d"))).isVisible();
      assertEquals(
          "Typed while the server was replaced",
          Demo.get(application.address(), "api/v1/workspaces/default/maps/" + map)
              .at("/map/stages/0/name")
              .asString());

      reading.bringToFront();
      assertThat(reading.getByText("A newer build of Sojourn is running.")).isVisible(PATIENT);
      reading.keyboard().press("ControlOrMeta+k");
      assertThat(reading.getByText("This page is from an older build. Load it again to go on"))
          .isVisible();
      assertThat(reading.getByText("A visit").first()).isVisible();
      room(reading, "Explore").click();
      assertThat(
              reading.getByRole(
                  AriaRole.HEADING,
                  new Page.GetByRoleOptions().setName("This page is from an older build")))
          .isVisible();
      // One room that is gone takes no other with it.
      room(reading, "Maps").click();
      assertThat(reading.getByText("A visit").first()).isVisible();
      room(reading, "Explore").click();
      button(reading, "Load again").last().click();
      assertThat(reading.getByText("Nothing to ask about yet").first()).isVisible();
      assertThat(reading.getByText("A newer build of Sojourn is running.")).hasCount(0);
    }
  }
}
