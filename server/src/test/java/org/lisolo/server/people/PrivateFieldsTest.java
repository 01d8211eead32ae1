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
        // the search finds what is in the clear
        assertThat(isAnywhere(hospital.name())).isTrue();
        assertThat(isAnywhere(hospital.admin().account().toString())).isTrue();
        for (String secret :
                List.of(
                        hospital.admin().name(),
                        hospital.admin().email(),
                        hospital.admin().password(),
                        "Wakuteka",
                        "wakuteka",
                        "secret typed by mistake")) {
            assertThat(isAnywhere(secret)).as(secret).isFalse();
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            assertThat(isAnywhere(HexFormat.of().formatHex(bytes))).as(secret).isFalse();
        }
    }

    /** In any row of any table as text, where bytes are hexadecimal digits. */
    private boolean isAnywhere(String words) {
        List<String> tables =
                jdbc.sql(
                                """
                                select quote_ident(schemaname) || '.' || quote_ident(tablename)
                                from pg_tables
                                where schemaname not in ('pg_catalog', 'information_schema')
                                """)
                        .query(String.class)
                        .list();
        return tables.stream()
                .anyMatch(
                        table ->
                                jdbc.sql(
                                                "select exists (select from "
                                                        + table
                                                        + " t where position(? in t::text) > 0)")
                                        .param(words)
                                        .query(Boolean.class)
                                        .single());
    }
}
