package org.lisolo.server.community.contributions;

import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.platform.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What somebody has to say.
 *
 * @param title empty for an answer
 * @param language BCP 47, one of {@link #LANGUAGES}
 * @param warning of what may be hard to read; empty for none
 */
public record Words(String title, String text, String language, String warning) {
    /** Those in which people write here, as they are offered. */
    public static final List<String> LANGUAGES = List.of("fr", "en", "ln", "sw", "kg", "lua");

    static final int LONGEST_TITLE = 150;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_WARNING = 100;

    public Words {
        title = oneLine(title);
        text = text.replace("\r\n", "\n").strip();
        language = LANGUAGES.contains(language) ? language : LANGUAGES.getFirst();
        warning = oneLine(warning);
    }

    public Words(String title, String text, String language) {
        this(title, text, language, "");
    }

    private static String oneLine(String typed) {
        return typed.replaceAll("\\s+", " ").strip();
    }

    public static Words of(String text, String language) {
        return new Words("", text, language);
    }

    /**
     * As they stand in the log: a warning is the title of what answers, and a second line of the
     * title of what opens.
     */
    public static Words of(MessageEvent event, boolean opens) {
        String title = Objects.requireNonNullElse(event.title(), "");
        int end = title.indexOf('\n');
        return new Words(
                opens ? title.substring(0, end < 0 ? title.length() : end) : "",
                event.text(),
                Objects.requireNonNullElse(event.language(), LANGUAGES.getFirst()),
                opens ? title.substring(end < 0 ? title.length() : end) : title);
    }

    /** What is read where nobody can choose to read on: of a warning and a text, the warning. */
    public String atFirst() {
        return warning.isEmpty() ? text : warning;
    }

    /** The text without what it quotes. */
    public String own() {
        return text.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n"));
    }

    /** Nothing, if there is neither a title nor a warning. */
    String titleInLog() {
        return title.isEmpty() || warning.isEmpty() ? title + warning : title + "\n" + warning;
    }

    public Words with(String otherText) {
        return new Words(title, otherText, language, warning);
    }

    /** For what opens a discussion. */
    public Words checkedWithTitle() {
        Problem.throwAny(wrong(true));
        return this;
    }

    public Words checked() {
        Problem.throwAny(wrong(false));
        return this;
    }

    /**
     * All that is wrong with them, in the order of the form.
     *
     * @param opens whether they open a discussion, and so need a title
     */
    public List<Problem> wrong(boolean opens) {
        List<Problem> wrong = new ArrayList<>();
        if (opens && title.isEmpty()) {
            wrong.add(Problem.invalid("discussions.problem.title").atField("title"));
        } else if (opens && title.length() > LONGEST_TITLE) {
            wrong.add(
                    Problem.invalid("discussions.problem.title.long", LONGEST_TITLE)
                            .atField("title"));
        }
        if (text.isEmpty()) {
            wrong.add(Problem.invalid("discussions.problem.text").atField("text"));
        } else if (text.length() > LONGEST_TEXT) {
            wrong.add(
                    Problem.invalid("discussions.problem.text.long", LONGEST_TEXT).atField("text"));
        }
        if (warning.length() > LONGEST_WARNING) {
            wrong.add(
                    Problem.invalid("discussions.problem.warning.long", LONGEST_WARNING)
                            .atField("warning"));
        }
        return wrong;
    }
}
