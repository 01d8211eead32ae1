package org.lisolo.server.archive;

import org.lisolo.screening.Excerpt;
import org.lisolo.screening.Span;
import org.lisolo.server.archive.Searches.Found;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;
import org.lisolo.server.platform.Shortened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

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

    /** A headline for each version that was found. */
    Map<EventId, List<Piece>> of(Collection<Found> found, Wanted wanted) {
        List<MessageEvent> versions = found.stream().map(Found::version).toList();
        return switch (wanted) {
            case Wanted.Words(String typed) -> indexed(versions, typed);
            case Wanted.Asked _ ->
                    each(found, one -> marked(Screened.words(one.version()), one.marks()));
            case Wanted.Nothing _, Wanted.Unread _ ->
                    each(found, one -> List.of(new Piece(start(one.version()), false)));
        };
    }

    private static Map<EventId, List<Piece>> each(
            Collection<Found> found, Function<Found, List<Piece>> headline) {
        Map<EventId, List<Piece>> headlines = new HashMap<>();
        found.forEach(one -> headlines.put(one.version().id(), headline.apply(one)));
        return headlines;
    }

    private static List<Piece> marked(String text, List<Span> marks) {
        Excerpt excerpt = Excerpt.brief(text, marks);
        List<Piece> pieces = new ArrayList<>();
        if (excerpt.cutBefore()) {
            pieces.add(new Piece("… ", false));
        }
        excerpt.pieces().forEach(piece -> pieces.add(new Piece(piece.text(), piece.marked())));
        if (excerpt.cutAfter()) {
            pieces.add(new Piece(" …", false));
        }
        return pieces;
    }

    private Map<EventId, List<Piece>> indexed(Collection<MessageEvent> versions, String words) {
        Map<EventId, List<Piece>> headlines = new HashMap<>();
        jdbc.sql(
                        """
                        select t.id, ts_headline(
                                 case when t.language like 'en%' then 'archive.english'
                                      else 'archive.french' end::regconfig,
                                 t.words,
                                 plainto_tsquery('archive.french', :words)
                                 || plainto_tsquery('archive.english', :words)
                                 || plainto_tsquery('archive.plain', :words),
                                 case when length(t.words) <= :short then :whole else :part end)
                          from unnest(:ids::uuid[], :texts::text[], :languages::text[])
                               as t (id, words, language)
                        """)
                .param("words", words)
                .param("ids", versions.stream().map(v -> v.id().value()).toArray(UUID[]::new))
                .param("texts", versions.stream().map(Headlines::clean).toArray(String[]::new))
                .param(
                        "languages",
                        versions.stream().map(Screened::language).toArray(String[]::new))
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
        return Shortened.of(full(version), SHORT);
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
