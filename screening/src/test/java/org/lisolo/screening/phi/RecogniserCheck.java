package org.lisolo.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** One recogniser by itself. */
record RecogniserCheck(Recogniser recogniser) {
    /** Finds the stretch in brackets and no other. */
    void finds(String marked) {
        String text = marked.replace("[", "").replace("]", "");
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        assertThat(found(text)).as(marked).containsExactly(text.substring(start, end));
    }

    void leaves(String text) {
        assertThat(found(text)).as(text).isEmpty();
    }

    private List<String> found(String text) {
        Reading reading = new Reading(text);
        List<Candidate> found = new ArrayList<>();
        if (recogniser.mayFind(reading)) {
            recogniser.find(reading, found);
        }
        return found.stream().map(c -> text.substring(c.start(), c.end())).toList();
    }
}
