package org.lisolo.server.archive;

import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Screened;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the search index, and the queries over them. */
@Repository
class DocumentStore {
    /** PostgreSQL refuses words lists over a megabyte; what lies beyond this is found no more. */
    static final int LONGEST_INDEXED = 100_000;

    private static final RowMapper<Hit> HIT =
            (row, number) ->
                    new Hit(
                            row.getLong("position"),
                            new EventId(row.getObject("event", UUID.class)),
                            new MessageId(row.getObject("message", UUID.class)));

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    DocumentStore(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /**
     * Adds versions and deletions.
     *
     * @param keys of each event for queries, in the same order
     */
    void add(List<LoggedEvent> events, List<Set<String>> keys) {
        jdbc.batchUpdate(
                """
                insert into archive.document
                       (position, event, message, organisation, visibility, channel, kind,
                        happened_at, words, author, keys)
                values (?, ?, ?, ?, ?, ?, ?, ?,
                        case when ? then to_tsvector('archive.french', ?) else '' end
                        || case when ? then to_tsvector('archive.english', ?) else '' end
                        || to_tsvector('archive.plain', ?),
                        to_tsvector('archive.plain', ?),
                        array_to_tsvector(?))
                """,
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int i) throws SQLException {
                        set(row, events.get(i));
                        Array array =
                                row.getConnection().createArrayOf("text", keys.get(i).toArray());
                        row.setArray(15, array);
                    }

                    @Override
                    public int getBatchSize() {
                        return events.size();
                    }
                });
    }

    private static void set(PreparedStatement row, LoggedEvent logged) throws SQLException {
        MessageEvent event = logged.event();
        row.setLong(1, logged.position());
        row.setObject(2, event.id().value());
        row.setObject(3, event.message().value());
        row.setObject(4, event.organisation().value());
        row.setInt(5, event.visibility().code());
        row.setObject(6, event.channel().value());
        row.setInt(7, event.kind().code());
        row.setTimestamp(8, Timestamp.from(event.happenedAt()));
        String words = words(event);
        row.setBoolean(9, mayBe("fr", event));
        row.setString(10, words);
        row.setBoolean(11, mayBe("en", event));
        row.setString(12, words);
        row.setString(13, words);
        row.setString(14, author(event.author()));
    }

    /** Whether to read the text as of that language: it is, or nobody knows. */
    private static boolean mayBe(String language, MessageEvent event) {
        String spoken = Screened.language(event);
        if (spoken.isEmpty()) {
            return true;
        }
        String primary = spoken.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return primary.equals(language) || !(primary.equals("fr") || primary.equals("en"));
    }

    private static String words(MessageEvent event) {
        Stream<String> altTexts =
                event.attachments().stream().map(Attachment::altText).filter(Objects::nonNull);
        String words =
                Stream.concat(Stream.of(event.title(), event.text()), altTexts)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"));
        return words.length() <= LONGEST_INDEXED ? words : words.substring(0, LONGEST_INDEXED);
    }

    private static String author(Author author) {
        return Stream.of(author.networkId(), author.handle(), author.name())
                .filter(Objects::nonNull)
                .map(part -> part.replace('@', ' ').replace('/', ' '))
                .collect(Collectors.joining(" "));
    }

    void remove(List<EventId> events) {
        client.sql("delete from archive.document where event = any(?)").param(ids(events)).update();
    }

    /** Where the log ended when it was last indexed; -1 where nothing is. */
    long newest() {
        return client.sql("select coalesce(max(position), -1) from archive.document")
                .query(Long.class)
                .single();
    }

    /** The newest matching version of each message, newest first, from below the cursor on. */
    List<Hit> find(SearchQuery query, Cursor cursor, int limit) {
        SearchSql sql = SearchSql.of(query, cursor);
        return client.sql(sql.statement(limit)).params(sql.parameters()).query(HIT).list();
    }

    /** Versions that may match a query, newest first, from below the cursor on. */
    List<Hit> candidates(SearchQuery query, Cursor cursor, int limit) {
        SearchSql sql = SearchSql.of(query, cursor);
        return client.sql(sql.candidates(limit)).params(sql.parameters()).query(HIT).list();
    }

    /** The places of all that happened to these messages. */
    Map<EventId, Long> positions(Collection<MessageId> messages) {
        Map<EventId, Long> positions = new HashMap<>();
        client.sql("select event, position from archive.document where message = any(?)")
                .param(messages.stream().map(MessageId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            positions.put(
                                    new EventId(row.getObject("event", UUID.class)),
                                    row.getLong("position"));
                        });
        return positions;
    }

    /** How many messages match, counted no further than the limit. */
    int count(SearchQuery query, Cursor cursor, int limit) {
        SearchSql sql = SearchSql.of(query, cursor);
        Map<String, Object> parameters = new HashMap<>(sql.parameters());
        return client.sql("select count(*) from (" + sql.statement(limit) + ") hits")
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private static UUID[] ids(List<EventId> events) {
        return events.stream().map(EventId::value).toArray(UUID[]::new);
    }

    /** A version of a message that matches. */
    record Hit(long position, EventId event, MessageId message) {}
}
