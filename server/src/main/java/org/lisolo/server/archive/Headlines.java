package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The part of a text in which the looked-for words stand, with the words told apart. */
@Repository
public class Headlines {
    // control characters: no text that people read has them, and they need no escaping
    private static final String START = "\u0002";
    private static final String STOP = "\u0003";
    private static final String MARKS = "StartSel=" + START + ", StopSel=" + STOP;

    /** A text up to this length is shown whole. */
    private static final int SHORT = 280;

    private final JdbcClient jdbc;

    Headlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A piece of a headline. */
    public record Piece(String text, boolean found) {}

    /** A headline for each version, in one query. */
    Map<EventId, List<Piece>> of(Collection<MessageEvent> versions, @Nullable String words) {
        Map<EventId, List<Piece>> headlines = new HashMap<>();
        if (words == null || words.isBlank()) {
            versions.forEach(v -> headlines.put(v.id(), List.of(new Piece(start(v), false))));
            return headlines;
        }
        jdbc.sql(
                        """
                        select t.id, ts_headline(
                                 case when t.language like 'en%' then 'archive.english'
                                      else 'archive.french' end::regconfig,
                                 t.words,
                                 websearch_to_tsquery('archive.french', :words)
                                 || websearch_to_tsquery('archive.english', :words)
                                 || websearch_to_tsquery('archive.plain', :words),
                                 case when length(t.words) <= :short then :whole else :part end)
                          from unnest(:ids::uuid[], :texts::text[], :languages::text[])
                               as t (id, words, language)
                        """)
                .param("words", words)
                .param("ids", versions.stream().map(v -> v.id().value()).toArray(UUID[]::new))
                .param("texts", versions.stream().map(Headlines::clean).toArray(String[]::new))
                .param(
                        "languages",
                        versions.stream()
                                .map(v -> v.language() == null ? "" : v.language())
                                .toArray(String[]::new))
                .param("short", SHORT)
                .param("whole", MARKS + ", HighlightAll=true")
                .param(
                        "part",
                        MARKS
                                + ", MaxFragments=2, MaxWords=30, MinWords=12,"
                                + " FragmentDelimiter=\" … \"")
                .query(
                        row -> {
                            headlines.put(
                                    new EventId(row.getObject(1, UUID.class)),
                                    pieces(row.getString(2)));
                        });
        return headlines;
    }

    private static String clean(MessageEvent version) {
        return full(version).replace(START, "").replace(STOP, "");
    }

    private static String start(MessageEvent version) {
        String text = full(version);
        if (text.length() <= SHORT) {
            return text;
        }
        int end =
                text.offsetByCodePoints(0, Math.min(SHORT, text.codePointCount(0, text.length())));
        return text.substring(0, end) + " …";
    }

    private static String full(MessageEvent version) {
        String title = version.title();
        return title == null || title.isBlank() ? version.text() : title + " – " + version.text();
    }

    private static List<Piece> pieces(String marked) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < marked.length()) {
            int start = marked.indexOf(START, at);
            if (start < 0) {
                break;
            }
            int stop = marked.indexOf(STOP, start);
            if (stop < 0) {
                break;
            }
            if (start > at) {
                pieces.add(new Piece(marked.substring(at, start), false));
            }
            pieces.add(new Piece(marked.substring(start + 1, stop), true));
            at = stop + 1;
        }
        if (at < marked.length()) {
            pieces.add(new Piece(marked.substring(at), false));
        }
        return pieces;
    }
}
