package org.lisolo.server.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Every row of every table, to look for what must not be there. */
public final class WholeDatabase {
    private final JdbcClient jdbc;

    public WholeDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As text, or as the hexadecimal digits in which bytes are shown. */
    public boolean holds(String words) {
        String digits = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
        return tables().stream().anyMatch(table -> holds(table, words) || holds(table, digits));
    }

    private boolean holds(String table, String words) {
        return jdbc.sql(
                        "select exists (select from "
                                + table
                                + " t where position(? in t::text) > 0)")
                .param(words)
                .query(Boolean.class)
                .single();
    }

    /** The tables of which a row holds both as text: whoever reads it puts one to the other. */
    public List<String> besides(String one, String other) {
        return tables().stream()
                .filter(
                        table ->
                                jdbc.sql(
                                                "select exists (select from "
                                                        + table
                                                        + " t where position(? in t::text) > 0"
                                                        + " and position(? in t::text) > 0)")
                                        .params(one, other)
                                        .query(Boolean.class)
                                        .single())
                .toList();
    }

    private List<String> tables() {
        return jdbc.sql(
                        """
                        select quote_ident(schemaname) || '.' || quote_ident(tablename)
                        from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)
                .query(String.class)
                .list();
    }
}
