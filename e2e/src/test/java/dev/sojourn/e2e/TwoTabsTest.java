package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One map is open in two tabs, and both are written in.
class TwoTabsTest {

  private static Locator stage(Page page, String name) {
    return page.getByRole(
        AriaRole.COLUMNHEADER,
        new Page.GetByRoleOptions().setName(Pattern.compile("^Stage " + name)));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void begin(Page page, String stage) {
    stage(page, stage).focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("textarea:focus")).isVisible();
  }

  private static void write(Page page, String words) {
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().type(words);
  }

  private static void leave(Page page) {
    page.keyboard().press("Enter");
    assertThat(page.locator("textarea:focus")).hasCount(0);
  }

  /// Leaves a field and waits until the server has what was written: that something was saved
  /// stands there from before.
  private static void leaveAndSave(Page page) {
    Response saved =
        page.waitForResponse(response -> response.url().endsWith("/changes"), () -> leave(page));
    assertEquals(200, saved.status());
  }

  @Test
  void bothSeeWhatTheOtherWritesAndNobodysWordsGoWithoutAWord() {
    String id = Maps.make(Demo.address(), "shop", "A map in two tabs");
    String address = Demo.address() + "w/shop/maps/" + id;
    try (Chromium chromium = new Chromium()) {
      Page one = chromium.page(1280, 900, false);
      Page two = one.context().newPage();
      one.navigate(address);
      two.navigate(address);
      assertThat(stage(one, "Need")).isVisible();
      assertThat(stage(two, "Need")).isVisible();

      // Each sees what the other wrote.
      begin(one, "Need");
      write(one, "Wish");
      leave(one);
      assertThat(stage(two, "Wish")).isVisible();
      Locator title =
          two.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Title of the map"));
      title.fill("Named in the second tab");
      title.press("Enter");
      assertThat(
              one.getByRole(
                  AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Title of the map")))
          .hasValue("Named in the second tab");

      // Both write in the same place at the same time; the later one stands, and both are told.
      begin(two, "Wish");
      write(two, "Written in the second tab");
      begin(one, "Wish");
      write(one, "Written in the first tab");
      leaveAndSave(one);
      assertThat(stage(one, "Written in the first tab")).isVisible();
      // What comes in does not touch what is being typed.
      assertThat(two.locator("textarea:focus")).hasValue("Written in the second tab");
      leave(two);
      assertThat(two.getByText("this became “Written in the first tab” elsewhere")).isVisible();
      assertThat(
              one.getByText(
                  "What you wrote, “Written in the first tab”, was changed to “Written in the"
                      + " second tab” elsewhere."))
          .isVisible();
      button(one, "Put mine back").click();
      assertThat(stage(two, "Written in the first tab")).isVisible();
      assertThat(two.getByText("was changed to “Written in the first tab”")).isVisible();
      button(two, "Leave it so").click();
      assertThat(two.getByText("was changed to")).hasCount(0);

      // Who only looked into a field takes nothing back from who wrote in it.
      begin(two, "Written in the first tab");
      begin(one, "Written in the first tab");
      write(one, "Written while the other looked");
      leaveAndSave(one);
      two.keyboard().press("Tab");
      assertThat(stage(two, "Written while the other looked")).isVisible();
      assertEquals(
          "Written while the other looked",
          Demo.get("api/v1/workspaces/shop/maps/" + id).at("/map/stages/0/name").asString());

      // What one deletes while the other writes in it comes back to the other as words.
      one.locator("[data-stop^='cell/']").first().focus();
      one.keyboard().press("Enter");
      write(one, "A card");
      one.keyboard().press("ControlOrMeta+Enter");
      Locator other = two.locator("[aria-roledescription=card]");
      assertThat(other).containsText("A card");
      other.focus();
      two.keyboard().press("Enter");
      write(two, "Words about to lose their card");
      one.locator("[aria-roledescription=card]").focus();
      one.keyboard().press("Delete");
      assertThat(two.getByText("What you wrote was not taken: what it stood in was deleted"))
          .isVisible();
      assertThat(two.getByText("“Words about to lose their card”")).isVisible();
      assertEquals(
          "stage", two.evaluate("() => (document.activeElement.dataset.stop ?? '').split('/')[0]"));
      one.keyboard().press("ControlOrMeta+z");
      assertThat(other).containsText("A card");
      button(two, "Try again").click();
      assertThat(one.locator("[aria-roledescription=card]"))
          .containsText("Words about to lose their card");
      assertThat(two.getByText("was not taken")).hasCount(0);
    }
  }
}
