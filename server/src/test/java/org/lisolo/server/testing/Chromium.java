package org.lisolo.server.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A browser at the running application, given to the methods of a {@link BrowserTest}:
 *
 * <pre>
 * Tab tab = chromium.open(Look.PHONE);
 * tab.signIn(hospital.admin());
 * tab.go("/work/people");
 * tab.sees("Inviter un collègue");
 * tab.check("people");
 * </pre>
 *
 * Each tab has cookies of its own.
 */
public final class Chromium {
    private final Browser browser;
    private final String origin;
    private final String test;
    private final List<BrowserContext> opened = new ArrayList<>();

    Chromium(Browser browser, String origin, String test) {
        this.browser = browser;
        this.origin = origin;
        this.test = test;
    }

    public Tab open() {
        return open(Look.DESK);
    }

    public Tab open(Look look) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(origin)
                                .setViewportSize(look.width(), look.width() < 600 ? 740 : 900)
                                .setHasTouch(look.width() < 600)
                                .setLocale(look.language())
                                .setJavaScriptEnabled(look.javaScript())
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                                .setExtraHTTPHeaders(Map.of("Accept-Language", look.language())));
        context.setDefaultTimeout(20_000);
        opened.add(context);
        return new Tab(context.newPage(), look);
    }

    /**
     * Does the same on phone and desk, in each language, with and without JavaScript: see {@link
     * Look}.
     */
    public void inEveryLook(Consumer<Tab> visit) {
        for (Look look : Look.every(test)) {
            visit.accept(open(look));
        }
    }

    void close() {
        opened.forEach(BrowserContext::close);
    }
}
