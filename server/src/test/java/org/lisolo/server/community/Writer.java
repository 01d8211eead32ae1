package org.lisolo.server.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.lisolo.server.community.spaces.Space;
import org.lisolo.testkit.Visitor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser without JavaScript who asks and answers. */
public record Writer(Visitor visitor) {
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    /** What stands in the hidden field of a page's form. */
    public static String id(Visitor.Page page) {
        Matcher id = ID.matcher(page.body());
        assertThat(id.find()).as(page.text()).isTrue();
        return id.group(1);
    }

    /**
     * Opens a discussion.
     *
     * @param more name, value, name, value…
     * @return its path
     */
    public String open(Space space, String kind, String title, String text, String... more) {
        String form = space.path() + "/new/" + kind;
        Visitor.Page page =
                visitor.post(
                        form,
                        with(
                                more,
                                "id",
                                id(visitor.get(form)),
                                "title",
                                title,
                                "text",
                                text,
                                "language",
                                "fr"));
        return page.location().orElseThrow(() -> new AssertionError(page.text()));
    }

    /** Asks, and goes on where a hint would stop others. */
    public String ask(Space space, String title, String text) {
        return open(space, "question", title, text, "told", "yes");
    }

    /**
     * Answers.
     *
     * @return the id of the answer
     */
    public String answer(String discussion, String text, String... more) {
        String id = id(visitor.get(discussion));
        Visitor.Page page =
                visitor.post(
                        "/discussions/" + last(discussion) + "/answers",
                        with(more, "id", id, "text", text, "language", "fr"));
        assertThat(page.location()).as(page.text()).contains(discussion + "#c-" + id);
        return id;
    }

    /** What stands behind the last slash. */
    public static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String[] with(String[] more, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
