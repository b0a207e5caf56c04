package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A person who has no mouse goes from the first page to the customers behind a number. After every
/// key something has the focus, is in sight and shows it.
class KeyboardTest {

  /// Where the keyboard is: empty when all is well, else what is wrong with it.
  private static final String WRONG_WITH_FOCUS =
      """
      () => {
        const at = document.activeElement
        if (!at || at === document.body) return 'nothing has the focus'
        const box = at.getBoundingClientRect()
        const what = at.outerHTML.slice(0, 200)
        if (box.width === 0 || box.height === 0) return 'the focus is on what has no size: ' + what
        if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth)
          return 'the focus is out of sight: ' + what
        const style = getComputedStyle(at)
        const shows = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
          || style.boxShadow !== 'none'
          || at.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea')
          // Where one arrives, and what holds the choices that a key marks.
          || at.matches('main, [role=dialog]')
          || at.matches('[role^=menuitem], [role=option]') && at.hasAttribute('data-focused')
        return shows ? '' : 'the focus does not show: ' + what
      }
      """;

  private static final String NAME =
      """
      () => {
        const at = document.activeElement
        const by = at.getAttribute('aria-labelledby')?.split(' ')
          .map(id => document.getElementById(id)?.textContent ?? '').join(' ')
        return (at.getAttribute('aria-label') ?? by ?? at.textContent ?? '').trim()
      }
      """;

  private static final int MOST_TABS = 90;

  private static void press(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
      // Focus that a frame of the page moves on is given that frame.
      page.evaluate(
          "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
      assertEquals("", page.evaluate(WRONG_WITH_FOCUS), () -> "after " + key + " on " + page.url());
    }
  }

  private static void type(Page page, String words) {
    page.keyboard().type(words);
  }

  private static String name(Page page) {
    return String.valueOf(page.evaluate(NAME));
  }

  /// Goes on with Tab until it stands on what is called so.
  private static void tabTo(Page page, String called) {
    Pattern wanted = Pattern.compile(called);
    StringBuilder passed = new StringBuilder();
    for (int i = 0; i < MOST_TABS; i++) {
      press(page, "Tab");
      String name = name(page);
      if (wanted.matcher(name).find()) {
        return;
      }
      passed.append("\n  ").append(name.lines().findFirst().orElse("(no name)"));
    }
    throw new AssertionError("Tab did not come to " + called + ", only to:" + passed);
  }

  private static Locator card(Page page, String text) {
    return page.getByRole(AriaRole.GRID)
        .locator("[aria-roledescription=card]")
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  private static String stop(Page page) {
    Object stop = page.evaluate("() => document.activeElement.dataset.stop ?? ''");
    assertTrue(!stop.equals(""), () -> "the keyboard left the grid for " + name(page));
    return String.valueOf(stop);
  }

  @Test
  void fromTheFirstPageToTheCustomersBehindANumber() {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(1280, 900, false);
      page.navigate(Demo.address() + "w/harbour-coffee");
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      openTheMap(page);
      walk(page);
      edit(page);
      details(page);
      overlay(page);
      ask(page);
    }
  }

  private static void openTheMap(Page page) {
    tabTo(page, "^Maps$");
    press(page, "Enter");
    assertThat(page).hasURL(Pattern.compile("/maps$"));
    assertThat(page.getByText("Getting my morning coffee").first()).isVisible();
    tabTo(page, "^Getting my morning coffee");
    press(page, "Enter");
    assertThat(page.getByRole(AriaRole.GRID)).isVisible();
    tabTo(page, "^Stage ");
  }

  private static void walk(Page page) {
    String first = stop(page);
    for (String key :
        List.of(
            "ArrowRight",
            "ArrowDown",
            "ArrowDown",
            "ArrowLeft",
            "ArrowUp",
            "End",
            "PageDown",
            "PageUp",
            "Home",
            "Control+End",
            "Control+Home")) {
      press(page, key);
      stop(page);
    }
    assertEquals(first, stop(page));
  }

  private static void edit(Page page) {
    // Down to a card.
    for (int i = 0; i < 12 && !stop(page).startsWith("card/"); i++) {
      press(page, "ArrowDown");
    }
    assertTrue(stop(page).startsWith("card/"), stop(page));
    press(page, "Enter");
    assertThat(page.locator("textarea:focus")).isVisible();
    press(page, "ControlOrMeta+a");
    type(page, "Written without a mouse");
    press(page, "ControlOrMeta+Enter");
    assertThat(card(page, "Written without a mouse")).isFocused();
    press(page, "ControlOrMeta+Enter");
    assertThat(page.locator("textarea:focus")).isVisible();
    type(page, "Added without a mouse");
    press(page, "ControlOrMeta+Enter");
    assertThat(card(page, "Added without a mouse")).isFocused();
    press(page, "Delete");
    assertThat(card(page, "Added without a mouse")).hasCount(0);
    stop(page);
    press(page, "ControlOrMeta+z");
    assertThat(card(page, "Added without a mouse")).isVisible();
    stop(page);
    press(page, "ControlOrMeta+Shift+z");
    assertThat(card(page, "Added without a mouse")).hasCount(0);
    stop(page);
    for (int i = 0; i < 3; i++) {
      press(page, "ControlOrMeta+z");
      stop(page);
    }
    assertThat(card(page, "Written without a mouse")).hasCount(0);
    // Escape gives back what was there.
    String here = stop(page);
    press(page, "F2");
    type(page, "never kept");
    press(page, "Escape");
    assertEquals(here, stop(page));
    assertThat(page.getByText("never kept")).hasCount(0);
    press(page, "Shift+F10", "ArrowDown", "ArrowDown", "Escape");
    assertEquals(here, stop(page));
  }

  private static void details(Page page) {
    String here = stop(page);
    press(page, " ");
    Locator panel = page.getByRole(AriaRole.COMPLEMENTARY);
    assertThat(panel).isVisible();
    tabTo(page, "^Close$");
    press(page, "Tab", "Tab", "Shift+Tab");
    press(page, "Escape");
    assertThat(panel).hasCount(0);
    assertEquals(here, stop(page));
    press(page, " ");
    assertThat(panel).isVisible();
    tabTo(page, "^Close$");
    press(page, "Enter");
    assertThat(panel).hasCount(0);
    assertEquals(here, stop(page));
  }

  private static void overlay(Page page) {
    String here = stop(page);
    command(page, "Show design");
    assertThat(page).hasURL(Pattern.compile("show=design"));
    assertEquals(here, stop(page));
    for (int i = 0; i < MOST_TABS && !name(page).contains("Design"); i++) {
      press(page, "Shift+Tab");
    }
    press(page, "ArrowRight", " ");
    assertThat(page).hasURL(Pattern.compile("/maps/[^?]*$"));
  }

  private static void command(Page page, String words) {
    press(page, "ControlOrMeta+k");
    assertThat(page.locator("[role=dialog] input:focus")).isVisible();
    type(page, words);
    press(page, "Enter");
  }

  private static void ask(Page page) {
    command(page, "Explore");
    assertThat(page).hasURL(Pattern.compile("/explore"));
    assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    tabTo(page, "^Step 2:");
    press(page, "Enter");
    assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
    type(page, "rder");
    press(page, "ArrowDown");
    press(page, "Enter");
    assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasCount(0);
    assertTrue(name(page).startsWith("Step 2:"), name(page));
    assertTrue(name(page).contains("rder"), name(page));
    assertThat(page.locator("main [aria-busy=true]")).hasCount(0);
    tabTo(page, "open who is inside$");
    press(page, "Enter");
    Locator inside = page.getByRole(AriaRole.COMPLEMENTARY);
    assertThat(inside.getByRole(AriaRole.LINK).first()).isVisible();
    tabTo(page, "events?");
    String asked = page.url();
    press(page, "Enter");
    assertThat(page).hasURL(Pattern.compile("/customers/one\\?id="));
    assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
    press(page, "Tab", "Tab");
    page.goBack();
    assertThat(page).hasURL(asked);
    assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    press(page, "Tab");
  }
}
