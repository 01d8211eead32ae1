package org.lisolo.bench;

import org.lisolo.bench.CommunityFill.Written;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What the community keeps of the log beside it, in bulk: its followers, which place one
 * contribution after the other as they come, would be at it for an hour.
 */
final class CommunityTables {
    private static final String FOUND =
            """
            insert into community.found (contribution, space, words, author)
            select c.id, c.space, strip(to_tsvector('simple', w.words)),
                   strip(to_tsvector('simple', w.author))
              from bench_words w join community.contribution c on c.id = w.contribution
            """;
    private static final String DISCUSSIONS =
            """
            insert into community.discussion (id, space, kind, closed, opened_at, last_at, answers)
            select id, space, 'QUESTION', false, at, at, 0
              from community.contribution where id = discussion
            """;
    private static final String ANSWERS =
            """
            update community.discussion d set answers = a.times, last_at = a.at
              from (select discussion, count(*) as times, max(at) as at
                      from community.contribution where id <> discussion group by 1) a
             where a.discussion = d.id
            """;
    private static final String REACTIONS =
            """
            insert into community.reaction (contribution, account, kind, professional)
            select c.id, (cast(? as uuid[]))[1 + floor(random() * ?)::int],
                   (array['SUPPORT', 'THANKS', 'HELPFUL'])[1 + floor(random() * 3)::int],
                   random() < 0.02
              from community.contribution c cross join generate_series(1, ?)
            on conflict do nothing
            """;

    private final Connection connection;
    private final CopyManager copy;

    CommunityTables(Connection connection) throws SQLException {
        this.connection = connection;
        copy = connection.unwrap(PGConnection.class).getCopyAPI();
        run("create temporary table bench_words" + " (contribution uuid, words text, author text)");
    }

    void add(List<Written> all) throws SQLException, IOException {
        var places = new StringBuilder();
        var words = new StringBuilder();
        for (Written one : all) {
            places.append(one.id())
                    .append('\t')
                    .append(one.arrival().event().message())
                    .append('\t')
                    .append(one.space())
                    .append('\t')
                    .append(one.discussion())
                    .append('\t')
                    .append(one.opens() ? "\\N" : one.discussion().toString())
                    .append('\t')
                    .append(one.author())
                    .append("\tf\t")
                    .append(one.arrival().event().happenedAt())
                    .append('\n');
            words.append(one.id())
                    .append('\t')
                    .append(escaped(one.arrival().event().text()))
                    .append('\t')
                    .append(escaped(one.arrival().event().author().shown()))
                    .append('\n');
        }
        copy.copyIn(
                "copy community.contribution (id, message, space, discussion, parent, author,"
                        + " closed, at) from stdin",
                new StringReader(places.toString()));
        copy.copyIn("copy bench_words from stdin", new StringReader(words.toString()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Once all are there. */
    void finish(List<UUID> people, int reactions) throws SQLException {
        run(DISCUSSIONS);
        run(ANSWERS);
        run(FOUND);
        try (PreparedStatement statement = connection.prepareStatement(REACTIONS)) {
            statement.setArray(1, connection.createArrayOf("uuid", people.toArray()));
            statement.setInt(2, people.size());
            statement.setInt(3, reactions);
            statement.executeUpdate();
        }
        for (String table : List.of("contribution", "discussion", "found", "reaction")) {
            run("vacuum analyze community." + table);
        }
        run("vacuum analyze message.event");
        run("vacuum analyze message.content");
    }

    /** Followers go on behind all this, as those who have kept up would. */
    void skipTo(long position) throws SQLException {
        run("update message.cursor set position = " + position);
    }

    /** People, discussions and spaces, as many as that in equal parts. */
    void follow(UUID account, int sources) throws SQLException {
        int each = sources / 2;
        run(
                """
                insert into community.follow (account, kind, target, since)
                select cast('%s' as uuid), 'DISCUSSION', id, now()
                  from (select id from community.discussion order by random() limit %d) d
                union all
                select cast('%s' as uuid), 'PERSON', author, now()
                  from (select distinct author from community.contribution
                         where author is not null limit %d) c
                """
                        .formatted(account, sources - each, account, each));
    }

    long count(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
