package org.lisolo.server.api;

import org.lisolo.server.channels.Reasons;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.web.Language;
import org.lisolo.server.web.Texts;
import org.springframework.stereotype.Component;

import java.util.Locale;

/** Says reasons with the sentences of the pages. */
@Component
class ReasonSentences implements Reasons {
    private final Texts texts;

    ReasonSentences(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String say(Reason reason, Locale locale) {
        Language language = Language.of(locale.getLanguage()).orElse(Language.FR);
        return texts.say(
                language, "channels.reason." + reason.code(), reason.arguments().toArray());
    }
}
