package org.lisolo.server.community.discussions;

import org.lisolo.server.platform.Problem;

/**
 * What somebody has to say.
 *
 * @param title empty for an answer
 * @param language BCP 47
 */
public record Words(String title, String text, String language) {
    static final int LONGEST_TITLE = 150;
    static final int LONGEST_TEXT = 10_000;

    public Words {
        title = title.strip();
        text = text.strip();
    }

    public static Words of(String text, String language) {
        return new Words("", text, language);
    }

    /** For what opens a discussion. */
    Words checkedWithTitle() {
        if (title.isEmpty()) {
            throw Problem.invalid("discussions.problem.title").atField("title");
        }
        if (title.length() > LONGEST_TITLE) {
            throw Problem.invalid("discussions.problem.title.long", LONGEST_TITLE).atField("title");
        }
        return checked();
    }

    Words checked() {
        if (text.isEmpty()) {
            throw Problem.invalid("discussions.problem.text").atField("text");
        }
        if (text.length() > LONGEST_TEXT) {
            throw Problem.invalid("discussions.problem.text.long", LONGEST_TEXT).atField("text");
        }
        return this;
    }
}
