package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk of the server is full: it is said plainly, nothing that is typed is lost, and all goes
/// on when there is room.
class DiskFullTest {

  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
  private static final Pattern FULL = Pattern.compile("disk is full|disk has room");

  @TempDir private Path folder = Path.of("");

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator title(Page page) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Title of the map"));
  }

  private static Locator tagline(Page page) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("What sets this persona apart"));
  }

  private Path visits() throws IOException {
    StringBuilder rows = new StringBuilder("customer,event,time\n");
    for (int customer = 0; customer < 2_000; customer++) {
      for (String event : new String[] {"home", "product", "cart"}) {
        rows.append(
            "c%d,%s,2026-01-%02dT10:%02d:00Z%n"
                .formatted(customer, event, 1 + customer % 28, customer % 60));
      }
    }
    return Files.writeString(folder.resolve("visits.csv"), rows);
  }

  @Test
  void itIsSaidNothingTypedIsLostAndAllGoesOnWhenThereIsRoom() throws IOException {
    Path file = visits();
    Path mountPoint = Files.createDirectory(folder.resolve("disk"));
    try (SmallDisk disk = new SmallDisk(mountPoint, 120);
        Application application = disk.serve();
        Chromium chromium = new Chromium()) {
      chromium.provokes("^507 ");
      String map = Maps.make(application.address(), "default", "A visit");
      Page writing = chromium.page(1280, 900, false);
      writing.navigate(application.address() + "w/default/maps/" + map);
      assertThat(title(writing)).isVisible();
      Page believing = writing.context().newPage();
      believing.navigate(application.address() + "w/default/personas");
      button(believing, "New persona").first().click();
      assertThat(tagline(believing)).isVisible();
      Page bringing = writing.context().newPage();
      bringing.navigate(application.address() + "w/default/sources");
      bringing.locator("main input[type=file]").first().setInputFiles(file);
      assertThat(button(bringing, "Import")).isEnabled();

      disk.fill(application);

      // A map that is written.
      title(writing).fill("Typed on a full disk");
      title(writing).press("Enter");
      assertThat(writing.getByText(FULL).first()).isVisible();
      title(writing).fill("Typed twice on a full disk");
      writing.reload();
      assertThat(title(writing)).hasValue("Typed twice on a full disk");
      assertThat(writing.getByText(FULL).first()).isVisible();

      // A persona that is written.
      tagline(believing).fill("Believed on a full disk");
      tagline(believing).press("Enter");
      assertThat(believing.getByText(FULL).first()).isVisible();
      believing.reload();
      assertThat(tagline(believing)).hasValue("Believed on a full disk");

      // A file that is taken in.
      button(bringing, "Import").click();
      assertThat(bringing.getByText(FULL).first()).isVisible(PATIENT);
      Page second = writing.context().newPage();
      second.navigate(application.address() + "w/default/sources");
      second.locator("main input[type=file]").first().setInputFiles(file);
      assertThat(second.getByText(FULL).first()).isVisible();

      disk.makeRoom(application);

      assertThat(writing.getByText(Pattern.compile("^saved \\d\\d:\\d\\d"))).isVisible(PATIENT);
      assertEquals(
          "Typed twice on a full disk",
          Demo.get(application.address(), "api/v1/workspaces/default/maps/" + map)
              .at("/map/title")
              .asString());
      believing.waitForResponse(
          answer -> answer.request().method().equals("PUT") && answer.ok(), () -> {});
      assertEquals(
          "Believed on a full disk",
          Demo.get(application.address(), "api/v1/workspaces/default/personas")
              .at("/personas/0/tagline")
              .asString());
      Locator again = button(bringing, "Go on with it").or(button(bringing, "Import"));
      again.first().click();
      assertThat(bringing.getByText("6,000 events are in.")).isVisible(PATIENT);
      second.close();
    }
  }
}
