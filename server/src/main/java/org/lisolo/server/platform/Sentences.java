package org.lisolo.server.platform;

import java.util.Locale;

/**
 * Says a sentence of the message bundles in a reader's language, for what is no page: a table to
 * download, a letter. Module {@code web}, which has the bundles, knows how.
 */
public interface Sentences {
    String say(Locale locale, String key, Object... arguments);
}
