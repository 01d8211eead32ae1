package org.lisolo.server.web;

import org.lisolo.server.people.letters.Wording;
import org.springframework.stereotype.Component;

/** Letters speak the words of the same bundles as the pages. */
@Component
final class PageWording implements Wording {
    private final Texts texts;

    PageWording(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String say(String language, String key, Object... arguments) {
        return texts.say(Language.of(language).orElse(Language.FR), key, arguments);
    }
}
