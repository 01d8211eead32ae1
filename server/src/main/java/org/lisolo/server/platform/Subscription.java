package org.lisolo.server.platform;

/** What {@link Signals#listen} gives back: close it to hear no more. Closing twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
