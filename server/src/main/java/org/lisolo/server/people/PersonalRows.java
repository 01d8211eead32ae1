package org.lisolo.server.people;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What tables keep of a person, told by queries:
 *
 * <pre>
 * PersonalRows.of(jdbc)
 *         .section("marks",
 *                 "select category, marked_at from … where marked_by = :account order by marked_at",
 *                 "monitoring.identifier_mark.marked_by")
 * </pre>
 *
 * A section's words are {@code rights.section.<name>}, a column's {@code rights.field.<column>}.
 * What somebody wrote about others in their work is the organisation's: the queries leave it out.
 * Immutable.
 */
public final class PersonalRows implements PersonalData {
    private record Query(String name, String sql, Map<String, Words> words) {}

    /** The beginning of keys, and how a code ends them. */
    private record Words(String keys, UnaryOperator<String> end) {
        String key(String code) {
            return keys + end.apply(code);
        }
    }

    private final JdbcClient jdbc;
    private final List<Query> queries;
    private final Set<String> columns;
    private final List<String> erasures;

    private PersonalRows(
            JdbcClient jdbc, List<Query> queries, Set<String> columns, List<String> erasures) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.columns = columns;
        this.erasures = erasures;
    }

    public static PersonalRows of(JdbcClient jdbc) {
        return new PersonalRows(jdbc, List.of(), Set.of(), List.of());
    }

    /**
     * With one section more.
     *
     * @param sql what to tell of {@code :account}, under the names of its columns
     * @param columns those that refer to the account
     */
    public PersonalRows section(String name, String sql, String... columns) {
        var more = new ArrayList<>(queries);
        more.add(new Query(name, sql, Map.of()));
        return new PersonalRows(jdbc, more, with(columns), erasures);
    }

    /**
     * The last section, with words for the codes in one of its columns.
     *
     * @param keys the beginning of their keys, which a code in small letters ends
     */
    public PersonalRows worded(String column, String keys) {
        return worded(column, new Words(keys, code -> code.toLowerCase(Locale.ROOT)));
    }

    /** As {@link #worded}, with keys that the code ends as it is. */
    public PersonalRows named(String column, String keys) {
        return worded(column, new Words(keys, UnaryOperator.identity()));
    }

    private PersonalRows worded(String column, Words in) {
        var more = new ArrayList<>(queries);
        Query last = more.removeLast();
        var words = new HashMap<>(last.words());
        words.put(column, in);
        more.add(new Query(last.name(), last.sql(), words));
        return new PersonalRows(jdbc, more, columns, erasures);
    }

    /** With a statement that removes something of {@code :account}, and tells nothing. */
    public PersonalRows erasing(String sql, String... columns) {
        var more = new ArrayList<>(erasures);
        more.add(sql);
        return new PersonalRows(jdbc, queries, with(columns), more);
    }

    private Set<String> with(String... more) {
        var all = new LinkedHashSet<>(columns);
        all.addAll(Arrays.asList(more));
        return all;
    }

    @Override
    public Set<String> columns() {
        return Set.copyOf(columns);
    }

    @Override
    public List<Section> of(AccountId account) {
        return queries.stream().map(query -> section(query, account)).toList();
    }

    private Section section(Query query, AccountId account) {
        return new Section(
                "rights.section." + query.name(),
                query.name(),
                jdbc.sql(query.sql())
                        .param("account", account.value())
                        .query((row, _) -> fields(row, query.words()))
                        .list());
    }

    private static List<Field> fields(ResultSet row, Map<String, Words> words) throws SQLException {
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnLabel(i);
            List<String> parts = texts(row.getObject(i));
            Words in = words.get(name);
            fields.add(
                    new Field(
                            "rights.field." + name,
                            name,
                            String.join(" ", parts),
                            in == null ? List.of() : parts.stream().map(in::key).toList(),
                            Optional.empty()));
        }
        return fields;
    }

    private static List<String> texts(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> List.of();
            case Timestamp at -> List.of(at.toInstant().toString());
            case Array many ->
                    Arrays.stream((Object[]) many.getArray()).map(Object::toString).toList();
            default -> List.of(value.toString());
        };
    }

    @Override
    public void erase(AccountId account) {
        erasures.forEach(sql -> jdbc.sql(sql).param("account", account.value()).update());
    }
}
