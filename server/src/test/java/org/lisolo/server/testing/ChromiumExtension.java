package org.lisolo.server.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts Chromium once for all browser tests; Playwright downloads nothing. */
final class ChromiumExtension implements ExecutionCondition, ParameterResolver {
    /** One process draws all pages: starting one for each took an eighth of the time. */
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--renderer-process-limit=1",
                    "--process-per-site",
                    "--disable-site-isolation-trials",
                    "--disable-features=SpareRendererForSitePerProcess,IsolateOrigins,site-per-process",
                    "--in-process-gpu",
                    "--disable-gpu");

    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(ChromiumExtension.class);

    /** Playwright serves one thread; closed with the test run. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(executable().orElseThrow())
                                            .setArgs(FLAGS));
            return new Running(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    /**
     * The one without a window's parts first: it starts pages with a third of the processor time.
     */
    private static Optional<Path> executable() {
        return Stream.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (executable().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        if ("required".equals(System.getProperty("lisolo.browser"))) {
            throw new IllegalStateException(
                    "the browser tests are required here; install Chromium: apt install"
                            + " chromium-headless-shell");
        }
        return ConditionEvaluationResult.disabled(
                "no Chromium on this machine (apt install chromium-headless-shell)");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getRoot()
                        .getStore(HERE)
                        .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
        String port =
                SpringExtension.getApplicationContext(context)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port");
        String test =
                context.getRequiredTestClass().getName()
                        + "#"
                        + context.getRequiredTestMethod().getName();
        var chromium = new Chromium(running.browser(), "http://localhost:" + port, test);
        context.getStore(HERE).put(chromium, (AutoCloseable) chromium::close);
        return chromium;
    }
}
