package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
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

    static SearchSql of(SearchQuery query, Cursor cursor) {
        SearchSql sql = new SearchSql(new ArrayList<>(), new HashMap<>());
        sql.add("%1$s.position <= :until", "until", cursor.until());
        sql.add(
                "(%1$s.visibility = 1 or %1$s.visibility = 2 and %1$s.organisation = any(:seen))",
                "seen",
                query.sight().organisations().stream()
                        .map(OrganisationId::value)
                        .toArray(UUID[]::new));
        sql.addWords(query.words());
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

    private void addWords(@Nullable String words) {
        if (words != null && !words.isBlank()) {
            add(
                    """
                    %1$s.words @@ (websearch_to_tsquery('archive.french', :words)
                        || websearch_to_tsquery('archive.english', :words)
                        || websearch_to_tsquery('archive.plain', :words))\
                    """,
                    "words", words);
        }
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
