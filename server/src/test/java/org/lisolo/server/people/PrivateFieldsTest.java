package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Whoever has the database and not the key file. */
@ServerTest
class PrivateFieldsTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    @Test
    void readsNeitherNameNorAddressAnywhereInTheDatabase() {
        var hospital = Hospital.open(organisations, accounts);
        var admin = hospital.admin().at(port);
        admin.get("/work/people/invite");
        admin.post(
                "/work/people/invite",
                "name",
                "Kasongo Wakuteka",
                "email",
                "wakuteka@hopital.example",
                "roles",
                "READER");
        Visitor.at(port).signIn("typo.wakuteka@hopital.example", "secret typed by mistake");
        String dump = dump();
        assertThat(dump).contains(hospital.name()); // the search finds what is in the clear
        assertThat(dump).contains(hospital.admin().account().toString());
        for (String secret :
                List.of(
                        hospital.admin().name(),
                        hospital.admin().email(),
                        hospital.admin().password(),
                        "Wakuteka",
                        "wakuteka",
                        "secret typed by mistake")) {
            assertThat(dump).doesNotContain(secret);
            assertThat(dump)
                    .doesNotContain(
                            HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Every row of every table as text; bytes come as hexadecimal digits. */
    private String dump() {
        var dump = new StringBuilder();
        for (String table :
                jdbc.sql(
                                """
                                select quote_ident(schemaname) || '.' || quote_ident(tablename)
                                from pg_tables
                                where schemaname not in ('pg_catalog', 'information_schema')
                                """)
                        .query(String.class)
                        .list()) {
            jdbc.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(dump::append);
        }
        return dump.toString();
    }
}
