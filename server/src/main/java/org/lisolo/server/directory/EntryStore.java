package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Entries and all their versions. */
@Repository
class EntryStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FLAT = new TypeReference<>() {};

    private static final String ENTRY =
            """
            select id, organisation, kind, state, reference, version, body, made, changed, confirmed
              from directory.entry
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    EntryStore(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** A version as it was kept. */
    record Version(
            int number, EntryState state, Fields fields, @Nullable AccountId by, Instant at) {}

    void insert(Collection<Entry> entries) {
        jdbc.batchUpdate(
                """
                insert into directory.entry
                       (id, organisation, kind, state, reference, version, body, made, changed,
                        confirmed)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)
                """,
                entries,
                500,
                (row, entry) -> {
                    row.setObject(1, entry.id().value());
                    row.setObject(2, entry.organisation().value());
                    row.setInt(3, entry.kind().code());
                    row.setInt(4, entry.state().code());
                    row.setString(5, entry.reference().orElse(null));
                    row.setInt(6, entry.version());
                    row.setString(7, json(entry));
                    row.setTimestamp(8, Timestamp.from(entry.made()));
                    row.setTimestamp(9, Timestamp.from(entry.changed()));
                    row.setTimestamp(10, Timestamp.from(entry.confirmed()));
                });
    }

    /** Whether all of them stood at the version before; else nothing may be kept. */
    boolean update(Collection<Entry> entries) {
        int[][] changed =
                jdbc.batchUpdate(
                        """
                        update directory.entry
                           set state = ?, reference = ?, version = ?, body = cast(? as jsonb),
                               changed = ?, confirmed = ?
                         where id = ? and version = ?
                        """,
                        entries,
                        500,
                        (row, entry) -> {
                            row.setInt(1, entry.state().code());
                            row.setString(2, entry.reference().orElse(null));
                            row.setInt(3, entry.version());
                            row.setString(4, json(entry));
                            row.setTimestamp(5, Timestamp.from(entry.changed()));
                            row.setTimestamp(6, Timestamp.from(entry.confirmed()));
                            row.setObject(7, entry.id().value());
                            row.setInt(8, entry.version() - 1);
                        });
        for (int[] batch : changed) {
            for (int one : batch) {
                if (one == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    void keepVersions(Collection<Entry> entries, @Nullable AccountId by) {
        jdbc.batchUpdate(
                """
                insert into directory.version (entry, version, state, body, account, at)
                values (?, ?, ?, cast(? as jsonb), ?, ?)
                """,
                entries,
                500,
                (row, entry) -> {
                    row.setObject(1, entry.id().value());
                    row.setInt(2, entry.version());
                    row.setInt(3, entry.state().code());
                    row.setString(4, json(entry));
                    row.setObject(5, by == null ? null : by.value(), Types.OTHER);
                    row.setTimestamp(6, Timestamp.from(entry.changed()));
                });
    }

    void keepWorkplaces(Collection<Entry> professionals) {
        List<UUID> ids = professionals.stream().map(entry -> entry.id().value()).toList();
        client.sql("delete from directory.works_at where professional = any(?)")
                .param(ids.toArray(UUID[]::new))
                .update();
        List<UUID[]> pairs = new ArrayList<>();
        for (Entry entry : professionals) {
            if (entry.content() instanceof Professional professional) {
                professional.workplaces().stream()
                        .map(place -> place.facility().value())
                        .distinct()
                        .forEach(facility -> pairs.add(new UUID[] {entry.id().value(), facility}));
            }
        }
        jdbc.batchUpdate(
                "insert into directory.works_at (professional, facility) values (?, ?)",
                pairs,
                500,
                (row, pair) -> {
                    row.setObject(1, pair[0]);
                    row.setObject(2, pair[1]);
                });
    }

    void confirm(EntryId id, Instant at) {
        client.sql("update directory.entry set confirmed = ? where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    Map<EntryId, Entry> find(Collection<EntryId> ids) {
        Map<EntryId, Entry> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            client.sql(ENTRY + " where id = any(?)")
                    .param(ids.stream().map(EntryId::value).toArray(UUID[]::new))
                    .query(EntryStore::entry)
                    .list()
                    .forEach(entry -> found.put(entry.id(), entry));
        }
        return found;
    }

    /** The organisation's, by its own number. */
    Map<String, EntryId> byReference(
            OrganisationId organisation, EntryKind kind, Collection<String> references) {
        Map<String, EntryId> found = new HashMap<>();
        client.sql(
                        """
                        select reference, id from directory.entry
                         where organisation = ? and kind = ? and reference = any(?)
                        """)
                .params(organisation.value(), kind.code(), references.toArray(String[]::new))
                .query(
                        row -> {
                            found.put(row.getString(1), new EntryId(row.getObject(2, UUID.class)));
                        });
        return found;
    }

    /** Who works at these facilities. */
    List<EntryId> staffOf(Collection<EntryId> facilities) {
        return client.sql(
                        "select distinct professional from directory.works_at"
                                + " where facility = any(?)")
                .param(facilities.stream().map(EntryId::value).toArray(UUID[]::new))
                .query((row, _) -> new EntryId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The organisation's, in the order of their ids, from behind one on. */
    List<Entry> ofOrganisation(OrganisationId organisation, EntryKind kind, UUID after, int limit) {
        return client.sql(
                        ENTRY
                                + """
                                 where organisation = ? and kind = ? and id > ?
                                 order by id limit ?
                                """)
                .params(organisation.value(), kind.code(), after, limit)
                .query(EntryStore::entry)
                .list();
    }

    /** The organisation's facilities that are not retired, for a list to choose from. */
    List<Entry> facilities(OrganisationId organisation, int limit) {
        return client.sql(
                        ENTRY
                                + """
                                 where organisation = ? and kind = 1 and state <> 3
                                 order by body ->> 'name' limit ?
                                """)
                .params(organisation.value(), limit)
                .query(EntryStore::entry)
                .list();
    }

    /** The organisation's as staff look for them, by name. */
    List<Entry> list(StaffFilter filter, int offset, int limit) {
        return client.sql(
                        ENTRY
                                + filter.where()
                                + " order by lower("
                                + StaffFilter.NAME
                                + "), id"
                                + " limit :limit offset :offset")
                .params(filter.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(EntryStore::entry)
                .list();
    }

    long count(StaffFilter filter) {
        return client.sql("select count(*) from directory.entry" + filter.where())
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    List<Version> versions(EntryId id) {
        return client.sql(
                        """
                        select version, state, body, account, at from directory.version
                         where entry = ? order by version desc limit 200
                        """)
                .param(id.value())
                .query(
                        (row, _) -> {
                            UUID by = row.getObject("account", UUID.class);
                            return new Version(
                                    row.getInt("version"),
                                    EntryState.of(row.getInt("state")),
                                    fields(row.getString("body")),
                                    by == null ? null : new AccountId(by),
                                    row.getTimestamp("at").toInstant());
                        })
                .list();
    }

    /** One after another, without holding all of them. */
    void each(OrganisationId organisation, EntryKind kind, Consumer<Entry> taker) {
        UUID after = new UUID(0, 0);
        List<Entry> page = ofOrganisation(organisation, kind, after, 1_000);
        while (!page.isEmpty()) {
            page.forEach(taker);
            page = ofOrganisation(organisation, kind, page.getLast().id().value(), 1_000);
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new EntryId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                EntryState.of(row.getInt("state")),
                Optional.ofNullable(row.getString("reference")),
                row.getInt("version"),
                EntryReader.stored(EntryKind.of(row.getInt("kind")), fields(row.getString("body"))),
                row.getTimestamp("made").toInstant(),
                row.getTimestamp("changed").toInstant(),
                row.getTimestamp("confirmed").toInstant());
    }

    private static String json(Entry entry) {
        return JSON.writeValueAsString(entry.content().fields().values());
    }

    private static Fields fields(String body) {
        return new Fields(JSON.readValue(body, FLAT));
    }
}
