package org.lisolo.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One page open in the browser. What goes wrong in it (a script's error, something the content
 * security policy stopped, a file that isn't there) fails the next {@link #check}.
 */
public final class Tab {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** A full picture costs as much as the page itself. */
    private static final boolean FAULTS_ALONE =
            System.getProperty("lisolo.pictures", "all").equals("faults");

    private final Page page;
    private final Look look;
    private final List<String> complaints = new ArrayList<>();
    private CDPSession devTools;

    Tab(Page page, Look look) {
        this.page = page;
        this.look = look;
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    // the browser also notes each answer of 4xx, which pages of mistakes are
                    if (message.type().equals("error")
                            && !message.text().startsWith("Failed to load resource")) {
                        complaints.add(message.text());
                    }
                });
    }

    /** For whatever this class has no word for. */
    public Page page() {
        return page;
    }

    public Look look() {
        return look;
    }

    /** Which of the two words stands on the page, by the language it was opened in. */
    public String in(String french, String english) {
        return look.language().equals("fr") ? french : english;
    }

    public Tab go(String path) {
        page.navigate(path);
        return this;
    }

    public Tab signIn(Hospital.Person person) {
        go("/sign-in");
        page.locator("#field-email").fill(person.email());
        page.locator("#field-password").fill(person.password());
        page.locator("main button").first().click();
        page.locator("#field-code").fill(person.code());
        page.locator("main button").first().click();
        page.waitForURL("**/work");
        return this;
    }

    /** Fills in the field with this label. */
    public Tab fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
        return this;
    }

    /** Presses the button with these words on it. */
    public Tab press(String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Follows the link with these words. */
    public Tab follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Waits for these words to stand on the page; any blank stands for any other. */
    public Tab sees(String words) {
        String quoted = words.replaceAll("[.?+*()\\[\\]{}|^$\\\\]", "\\\\$0");
        Pattern pattern = Pattern.compile(quoted.replaceAll("\\s+", "[\\\\s\u00a0]+"));
        PlaywrightAssertions.assertThat(page.locator("body")).containsText(pattern);
        return this;
    }

    /**
     * Holds the page against the rules of the house: accessible (axe, up to WCAG 2.2 AA), no
     * sideways scrolling, nothing complained of. Takes its picture; with {@code
     * -Dlisolo.pictures=faults}, where nobody looks at them, only of a page that breaks a rule.
     *
     * @param name of the picture, {@code target/screenshots/<name>-<look>.png}
     */
    public Tab check(String name) {
        if (!FAULTS_ALONE) {
            takePicture(name);
        }
        try {
            hold(name);
        } catch (AssertionError fault) {
            takePicture(name);
            throw fault;
        }
        return this;
    }

    private void takePicture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + "-" + look + ".png")));
    }

    private void hold(String name) {
        if (look.javaScript()) { // the checker is a script itself; without, the markup is the same
            // in the page itself: else it opens another page for each check and is sent thrice,
            // which
            // only frames of other sites need, and ours have none
            var found =
                    new AxeBuilder(page)
                            .withTags(RULES)
                            .setLegacyMode(true)
                            .analyze()
                            .getViolations();
            assertThat(found)
                    .as("accessibility of %s at %s", name, look)
                    .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                    .isEmpty();
        }
        assertThat(contentWidth())
                .as("width of %s at %s", name, look)
                .isLessThanOrEqualTo(look.width());
        assertThat(complaints).as("%s at %s", name, look).isEmpty();
    }

    /** Asked of the browser and not of a script, which may be switched off. */
    private int contentWidth() {
        return devTools()
                .send("Page.getLayoutMetrics")
                .getAsJsonObject("cssContentSize")
                .get("width")
                .getAsInt();
    }

    /**
     * The page's one session of the DevTools protocol. It is never ended: with any that ends,
     * Chromium also takes away the virtual authenticator that another session made.
     */
    public CDPSession devTools() {
        if (devTools == null) {
            devTools = page.context().newCDPSession(page);
        }
        return devTools;
    }
}
