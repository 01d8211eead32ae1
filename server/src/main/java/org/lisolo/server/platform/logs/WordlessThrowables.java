package org.lisolo.server.platform.logs;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Set;

/**
 * Writes an exception without its message: where it failed and not on what, for a message may quote
 * what a person wrote or who they are. On the thread that starts the server, and on the one that
 * takes up new certificates, no person's words are, and the message is what helps: there it is
 * written.
 */
public final class WordlessThrowables extends ThrowableProxyConverter {
    private static final Set<String> IMPERSONAL = Set.of("main", "ssl-bundle-watcher");

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(
                IMPERSONAL.contains(Thread.currentThread().getName())
                        ? thrown
                        : new Wordless(thrown));
    }

    private record Wordless(IThrowableProxy thrown) implements IThrowableProxy {
        @Override
        public @Nullable String getMessage() {
            return null;
        }

        @Override
        public String getClassName() {
            return thrown.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return thrown.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return thrown.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            IThrowableProxy cause = thrown.getCause();
            return cause == null ? null : new Wordless(cause);
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(thrown.getSuppressed())
                    .map(Wordless::new)
                    .toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return thrown.isCyclic();
        }
    }
}
