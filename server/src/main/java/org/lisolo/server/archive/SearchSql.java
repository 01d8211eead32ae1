package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.Candidates;
import org.lisolo.screening.Expression;
import org.lisolo.screening.Field;
import org.lisolo.screening.Query;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A search as SQL; every value goes by parameter. */
record SearchSql(List<String> conditions, Map<String, Object> parameters) {
    private static final Expression DELETION = new Expression.Attribute(Field.IS, "delete");

    static SearchSql of(SearchQuery query, Cursor cursor) {
        SearchSql sql = new SearchSql(new ArrayList<>(), new HashMap<>());
        sql.add("%1$s.position <= :until", "until", cursor.until());
        sql.add(
                "(%1$s.visibility = 1 or %1$s.visibility = 2 and %1$s.organisation = any(:seen))",
                "seen",
                query.sight().organisations().stream()
                        .map(OrganisationId::value)
                        .toArray(UUID[]::new));
        switch (query.wanted()) {
            case Wanted.Nothing _, Wanted.Unread _ -> {}
            case Wanted.Words(String words) -> sql.addWords(words);
            case Wanted.Asked(Query asked) -> sql.addKeys(asked);
        }
        sql.addAuthor(query.author());
        ChannelId channel = query.channel();
        if (channel != null) {
            sql.add("%1$s.channel = :channel", "channel", channel.value());
        }
        Instant from = query.from();
        if (from != null) {
            sql.add("%1$s.happened_at >= :from", "from", Timestamp.from(from));
        }
        Instant end = query.until();
        if (end != null) {
            sql.add("%1$s.happened_at < :end", "end", Timestamp.from(end));
        }
        sql.addState(query);
        sql.parameters.put("before", cursor.before());
        return sql;
    }

    /** All versions that may match, newest first. */
    String candidates(int limit) {
        return """
        select d.position, d.event, d.message
          from archive.document d
         where d.position < :before and %s
         order by d.position desc
         limit %d
        """
                .formatted(on("d"), limit);
    }

    /** The newest matching version of each message; a later one that matches takes its place. */
    String statement(int limit) {
        return """
        select d.position, d.event, d.message
          from archive.document d
         where d.position < :before and %s
           and not exists (
               select from archive.document later
                where later.message = d.message and later.position > d.position and %s)
         order by d.position desc
         limit %d
        """
                .formatted(on("d"), on("later"), limit);
    }

    private String on(String table) {
        return String.join(" and ", conditions).formatted(table);
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private void addWords(String words) {
        add(
                """
                %1$s.words @@ (plainto_tsquery('archive.french', :words)
                    || plainto_tsquery('archive.english', :words)
                    || plainto_tsquery('archive.plain', :words))\
                """,
                "words", words);
    }

    /** What the index knows; the engine decides on what is found. */
    private void addKeys(Query asked) {
        conditions.add("%1$s.kind <> 3");
        String keys = IndexTerms.of(Candidates.of(asked));
        if (!keys.isEmpty()) {
            add("%1$s.keys @@ cast(:keys as tsquery)", "keys", keys);
        }
        if (needsDeletion(asked.expression())) {
            conditions.add(happened("exists", 3));
        }
    }

    private static boolean needsDeletion(Expression expression) {
        return switch (expression) {
            case Expression.Attribute attribute -> attribute.equals(DELETION);
            case Expression.And and -> and.parts().stream().anyMatch(SearchSql::needsDeletion);
            case Expression.Or or -> or.parts().stream().allMatch(SearchSql::needsDeletion);
            case Expression.Not _,
                    Expression.Near _,
                    Expression.Phrase _,
                    Expression.Marked _,
                    Expression.Disguised _ ->
                    false;
        };
    }

    private void addAuthor(@Nullable String author) {
        if (author != null && !author.isBlank()) {
            add(
                    "%1$s.author @@ plainto_tsquery('archive.plain', :author)",
                    "author", author.replace('@', ' ').replace('/', ' '));
        }
    }

    private void addState(SearchQuery query) {
        switch (query.state()) {
            case ANY -> {}
            case EDITED -> conditions.add(happened("exists", 2));
            case DELETED -> conditions.add(happened("exists", 3));
        }
        if (!query.deleted()) {
            conditions.add(happened("not exists", 3));
        }
    }

    private static String happened(String exists, int kind) {
        return exists
                + " (select from archive.document o where o.message = %1$s.message and o.kind = "
                + kind
                + ")";
    }
}
