package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.posts.Replies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer as it was typed. */
public record ReplyForm(Map<String, String> typed) {
    static final int LONGEST = 5_000;
    static final String BLANK = "blank-";

    public ReplyForm {
        Map<String, String> clean = new HashMap<>();
        typed.forEach(
                (name, value) ->
                        clean.put(name, value.replace("\0", "").replace("\r\n", "\n").strip()));
        typed = Map.copyOf(clean);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    private int number(String field) {
        return value(field).matches("\\d{1,8}") ? Integer.parseInt(value(field)) : -1;
    }

    int edition() {
        return number("edition");
    }

    /** Of the conversation, as it was seen. */
    int version() {
        return number("version");
    }

    Optional<MessageId> answered() {
        return Addresses.id(value("answered")).map(MessageId::new);
    }

    public String language() {
        return value("language").equals("en") ? "en" : "fr";
    }

    boolean anyway() {
        return !value("anyway").isEmpty();
    }

    Replies.Words words() {
        return new Replies.Words(
                language(),
                value("text"),
                Replies.Words.from(
                        SavedReplies.piece(value("piece")),
                        number("pieceVersion"),
                        value("variant")),
                !value("considered").isEmpty());
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (value("text").length() > LONGEST) {
            problems.add(Problem.invalid("publishing.problem.long", LONGEST).atField("text"));
        }
        return problems;
    }

    /** The same with other values. */
    ReplyForm with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(typed);
        all.putAll(others);
        return new ReplyForm(all);
    }

    /** What was filled into the blanks, in their order. */
    Map<String, String> filled(List<String> blanks) {
        Map<String, String> filled = new HashMap<>();
        for (int i = 0; i < blanks.size(); i++) {
            filled.put(blanks.get(i), value(BLANK + i));
        }
        return filled;
    }
}
