package org.lisolo.server.testing;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link ServerTest} whose methods take a {@link Chromium} and look at the pages with it. Skipped
 * where Chromium is absent, unless {@code -Dlisolo.browser=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ServerTest
@ExtendWith(ChromiumExtension.class)
public @interface BrowserTest {}
