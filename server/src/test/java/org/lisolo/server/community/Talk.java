package org.lisolo.server.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.lisolo.server.community.spaces.Space;
import org.lisolo.testkit.Visitor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people of a test write in spaces, by the forms of the pages. */
public final class Talk {
    private Talk() {}

    /** Opens a question; the answer is where the form leads. */
    public static Visitor.Page ask(Visitor visitor, Space where, String title, String aliased) {
        String form = where.path() + "/new/question";
        return visitor.post(
                form + aliased,
                "id",
                find("name=\"id\" value=\"([^\"]+)\"", visitor.get(form)),
                "title",
                title,
                "text",
                "Voici " + title,
                "language",
                "fr");
    }

    public static Visitor.Page ask(Visitor visitor, Space where, String title) {
        return ask(visitor, where, title, "");
    }

    /** Answers a question. */
    public static Visitor.Page answer(
            Visitor visitor, String question, String text, String aliased) {
        return visitor.post(
                question.replace("questions", "discussions") + "/answers" + aliased,
                "id",
                find("name=\"id\" value=\"([^\"]+)\"", visitor.get(question)),
                "text",
                text,
                "language",
                "fr");
    }

    /** The first group of the pattern on the page. */
    public static String find(String pattern, Visitor.Page page) {
        Matcher found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(pattern + " in " + page.text()).isTrue();
        return found.group(1);
    }

    /** The last part of a path. */
    public static String id(String path) {
        return path.replaceAll("#.*", "").replaceAll(".*/", "");
    }
}
