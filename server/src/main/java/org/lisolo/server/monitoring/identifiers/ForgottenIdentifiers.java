package org.lisolo.server.monitoring.identifiers;

import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.springframework.stereotype.Component;

/** "A name from the 12th to the 18th character" says of an erased text what it held: it goes. */
@Component
class ForgottenIdentifiers implements Forgets {
    private final ScreenedWordsStore words;
    private final MarkStore marks;

    ForgottenIdentifiers(ScreenedWordsStore words, MarkStore marks) {
        this.words = words;
        this.marks = marks;
    }

    @Override
    public void forget(Erasure erasure) {
        words.forget(erasure.events());
        marks.forget(erasure.events());
    }
}
