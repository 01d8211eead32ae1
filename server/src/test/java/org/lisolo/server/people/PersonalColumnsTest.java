package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever a table keeps of a person is told to them, or it is written here why not. */
@ServerTest
class PersonalColumnsTest {
    /** Names of columns that hold the id of something else, wherever they stand. */
    private static final Set<String> OF_OTHER_THINGS =
            Set.of(
                    "organisation",
                    "event",
                    "message",
                    "parent",
                    "root",
                    "channel",
                    "channels",
                    "conversation",
                    "campaign",
                    "rule",
                    "case_file",
                    "entry",
                    "professional",
                    "facility",
                    "verification",
                    "request",
                    "fingerprint",
                    "before",
                    "job",
                    "import",
                    "audit",
                    "details_erased",
                    "verifier",
                    "team",
                    "told_teams",
                    "post",
                    "release",
                    "piece",
                    "holder",
                    "space",
                    "discussion",
                    "contribution",
                    "file",
                    "report",
                    "decision",
                    "alias",
                    "changes",
                    "pair",
                    "goal",
                    "original");

    /** Columns with an account's id that nobody needs to be told of. */
    private static final Map<String, String> NOT_TOLD =
            Map.of(
                    "people.account.id",
                    "the account itself, which OwnAccount tells",
                    "operations.backup.asked_by",
                    "the record of the request tells it, among what the trail keeps of them",
                    "community.alias.account",
                    "sealed; whatever tells of an alias tells whose it is",
                    "directory.organisation.id",
                    "an organisation's",
                    "people.organisation.id",
                    "an organisation's");

    @Autowired JdbcClient jdbc;
    @Autowired List<PersonalData> modules;

    @Test
    void everyColumnThatRefersToAnAccountIsToldToThePerson() {
        Set<String> told =
                modules.stream().flatMap(module -> module.columns().stream()).collect(toSet());
        List<String> columns =
                jdbc.sql(
                                """
                                select table_schema || '.' || table_name || '.' || column_name
                                from information_schema.columns
                                where (udt_name in ('uuid', '_uuid')
                                       or column_name in ('account', 'principal_name'))
                                  and table_schema not in ('pg_catalog', 'information_schema')
                                  and table_name in (select tablename from pg_tables
                                                     where schemaname = table_schema)
                                """)
                        .query(String.class)
                        .list();
        assertThat(columns)
                .as("have a PersonalData bean answer for it, or write here why not")
                .filteredOn(column -> !isOfAnotherThing(column))
                .filteredOn(column -> !NOT_TOLD.containsKey(column))
                .filteredOn(column -> !told.contains(column))
                .isEmpty();
        assertThat(told).as("what is told is there").isSubsetOf(all());
    }

    private Set<String> all() {
        return jdbc.sql(
                        """
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns
                        """)
                .query(String.class)
                .set();
    }

    /** What the schema itself knows to refer to an account, no name can hide. */
    @Test
    void everyForeignKeyToAnAccountIsTold() {
        Set<String> told =
                Stream.concat(
                                modules.stream().flatMap(module -> module.columns().stream()),
                                NOT_TOLD.keySet().stream())
                        .collect(toSet());
        List<String> keys =
                jdbc.sql(
                                """
                                select n.nspname || '.' || t.relname || '.' || a.attname
                                from pg_constraint c
                                join pg_class t on t.oid = c.conrelid
                                join pg_namespace n on n.oid = t.relnamespace
                                join pg_attribute a on a.attrelid = t.oid and a.attnum = any(c.conkey)
                                where c.contype = 'f' and c.confrelid = 'people.account'::regclass
                                """)
                        .query(String.class)
                        .list();
        assertThat(keys).isNotEmpty().allMatch(told::contains);
    }

    private static boolean isOfAnotherThing(String column) {
        String name = column.substring(column.lastIndexOf('.') + 1);
        return OF_OTHER_THINGS.contains(name) || name.equals("id");
    }
}
