package org.lisolo.server.channels;

import org.lisolo.server.channels.format.Reason;

import java.util.Locale;

/** Says a reason in a person's language; the programming interface, a floor above, knows how. */
public interface Reasons {
    String say(Reason reason, Locale locale);
}
