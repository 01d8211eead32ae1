package org.lisolo.server.publishing.library;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.Source;
import org.lisolo.server.publishing.Topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A piece as it was typed; fields are named as on the page, {@code fr_text}. */
public record PieceForm(Map<String, String> typed) {
    static final int LONGEST_TITLE = 150;
    static final int LONGEST_TEXT = 8_000;
    static final int LONGEST_BRIEF = 300;
    static final int LONGEST_SIMPLE = 2_000;
    static final int LONGEST_TAGS = 200;

    public PieceForm {
        Map<String, String> clean = new HashMap<>();
        typed.forEach((name, value) -> clean.put(name, value.replace("\0", "").strip()));
        typed = Map.copyOf(clean);
    }

    static PieceForm empty() {
        return new PieceForm(Map.of());
    }

    static PieceForm of(Piece piece) {
        Map<String, String> fields = new HashMap<>();
        PieceContent content = piece.content();
        fields.put("version", Integer.toString(piece.version()));
        fields.put("topic", content.topic().key());
        fields.put("tags", content.tags());
        fields.put("sources", content.sources());
        fields.put("owner", piece.owner().map(AccountId::toString).orElse(""));
        for (String language : PieceContent.LANGUAGES) {
            Wording wording = content.in(language);
            fields.put(language + "_title", wording.title());
            fields.put(language + "_text", wording.text());
            fields.put(language + "_brief", wording.brief());
            fields.put(language + "_simple", wording.simple());
        }
        return new PieceForm(fields);
    }

    /** What stands in a field. */
    public String value(String field) {
        return typed.getOrDefault(field, "").replace("\r\n", "\n");
    }

    int seenVersion() {
        return value("version").matches("\\d{1,6}") ? Integer.parseInt(value("version")) : 0;
    }

    Optional<AccountId> owner() {
        try {
            return value("owner").isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AccountId(UUID.fromString(value("owner"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Optional<Topic> topic = Topic.ofKey(value("topic"));
        if (topic.isEmpty()) {
            problems.add(Problem.invalid("publishing.notopic").atField("topic"));
        }
        boolean any = false;
        for (String language : PieceContent.LANGUAGES) {
            any |= !value(language + "_text").isEmpty();
            check(language, problems);
        }
        if (!any) {
            problems.add(Problem.invalid("library.problem.text").atField("fr_text"));
        }
        problems.addAll(Source.problems(value("sources"), "sources"));
        if (topic.filter(Topic::isOfHealth).isPresent() && value("sources").isEmpty()) {
            problems.add(Problem.invalid("library.problem.sources").atField("sources"));
        }
        tooLong("tags", LONGEST_TAGS, problems);
        return problems;
    }

    private void check(String language, List<Problem> problems) {
        boolean title = !value(language + "_title").isEmpty();
        boolean text = !value(language + "_text").isEmpty();
        boolean other =
                !value(language + "_brief").isEmpty() || !value(language + "_simple").isEmpty();
        if ((text || other) && !title) {
            problems.add(Problem.invalid("library.problem.title").atField(language + "_title"));
        }
        if ((title || other) && !text) {
            problems.add(Problem.invalid("library.problem.text").atField(language + "_text"));
        }
        tooLong(language + "_title", LONGEST_TITLE, problems);
        tooLong(language + "_text", LONGEST_TEXT, problems);
        tooLong(language + "_brief", LONGEST_BRIEF, problems);
        tooLong(language + "_simple", LONGEST_SIMPLE, problems);
    }

    private void tooLong(String field, int most, List<Problem> problems) {
        if (value(field).length() > most) {
            problems.add(Problem.invalid("publishing.problem.long", most).atField(field));
        }
    }

    /** What is meant; ask for it only where there are no problems. */
    PieceContent content() {
        return new PieceContent(
                Topic.ofKey(value("topic")).orElseThrow(),
                value("tags"),
                value("sources"),
                wording("fr"),
                wording("en"));
    }

    private Wording wording(String language) {
        return new Wording(
                value(language + "_title"),
                value(language + "_text"),
                value(language + "_brief"),
                value(language + "_simple"));
    }
}
