package org.lisolo.server.testing;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.ContextConfiguration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link ServerTest} that reaches {@link Atproto}, a real PDS. Skipped where that can't be
 * started, unless {@code -Dlisolo.atproto=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("atproto")
@ServerTest
@ExtendWith(Atproto.Available.class)
@ContextConfiguration(initializers = {FreshServer.class, Atproto.Reached.class})
public @interface AtprotoTest {}
