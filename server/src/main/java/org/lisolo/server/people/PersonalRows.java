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
import java.util.Set;
import java.util.stream.Collectors;

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
    private record Query(String name, String sql, Map<String, String> words) {}

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
        var more = new ArrayList<>(queries);
        Query last = more.removeLast();
        var words = new HashMap<>(last.words());
        words.put(column, keys);
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

    private static List<Field> fields(ResultSet row, Map<String, String> words)
            throws SQLException {
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnLabel(i);
            String value = text(row.getObject(i));
            String keys = words.getOrDefault(name, "");
            fields.add(
                    new Field(
                            "rights.field." + name,
                            name,
                            value,
                            keys.isEmpty() ? "" : keys + value.toLowerCase(Locale.ROOT)));
        }
        return fields;
    }

    private static String text(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> "";
            case Timestamp at -> at.toInstant().toString();
            case Array many ->
                    Arrays.stream((Object[]) many.getArray())
                            .map(Object::toString)
                            .collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }

    @Override
    public void erase(AccountId account) {
        erasures.forEach(sql -> jdbc.sql(sql).param("account", account.value()).update());
    }
}
