package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;

class BinaryCopyTest {
    private final TestDatabase database = Databases.migrated();

    @Test
    void writesWhatPostgresqlReadsBack() throws SQLException {
        UUID id = UUID.randomUUID();
        Instant time = Instant.parse("1969-12-31T23:59:59.123456Z");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create temporary table kept (
                        a uuid, b text, c bytea, d smallint, e integer, f bigint, g timestamptz)
                    """);
            try (var rows = BinaryCopy.into("kept (a, b, c, d, e, f, g)", connection)) {
                rows.row()
                        .uuid(id)
                        .text("Ébola 😷")
                        .bytes(new byte[] {0, -1})
                        .int2(-7)
                        .int4(70_000);
                rows.int8(Long.MIN_VALUE).instant(time);
                rows.row().absent().text(null).bytes(new byte[0]).int2(1).int4(1).int8(1);
                rows.instant(time);
                rows.end();
            }
            ResultSet row = statement.executeQuery("select * from kept");
            assertThat(row.next()).isTrue();
            assertThat(row.getObject("a")).isEqualTo(id);
            assertThat(row.getString("b")).isEqualTo("Ébola 😷");
            assertThat(row.getBytes("c")).containsExactly(0, -1);
            assertThat(row.getInt("d")).isEqualTo(-7);
            assertThat(row.getInt("e")).isEqualTo(70_000);
            assertThat(row.getLong("f")).isEqualTo(Long.MIN_VALUE);
            assertThat(row.getTimestamp("g").toInstant()).isEqualTo(time);
            assertThat(row.next()).isTrue();
            assertThat(row.getObject("a")).isNull();
            assertThat(row.getString("b")).isNull();
            assertThat(row.getBytes("c")).isEmpty();
        }
    }

    @Test
    void takesRowsThatAreLargerThanItsBuffer() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table kept (a bytea)");
            try (var rows = BinaryCopy.into("kept (a)", connection)) {
                for (int i = 0; i < 300; i++) {
                    rows.row().bytes(new byte[i * 1_000]);
                }
                rows.end();
            }
            ResultSet row = statement.executeQuery("select sum(length(a)) from kept");
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isEqualTo(299L * 300 / 2 * 1_000);
        }
    }

    @Test
    void keepsNothingThatWasNotEnded() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table kept (a text)");
            try (var rows = BinaryCopy.into("kept (a)", connection)) {
                rows.row().text("x".repeat(200_000));
            }
            assertThat(count(statement)).isZero();
        }
    }

    @Test
    void leavesTheConnectionUsableWhenPostgresqlRefuses() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table kept (a text unique)");
            try (var rows = BinaryCopy.into("kept (a)", connection)) {
                rows.row().text("eins");
                rows.row().text("eins");
                assertThatThrownBy(rows::end).isInstanceOf(SQLException.class);
            }
            assertThat(count(statement)).isZero();
        }
    }

    private static int count(Statement statement) throws SQLException {
        ResultSet row = statement.executeQuery("select count(*) from kept");
        assertThat(row.next()).isTrue();
        return row.getInt(1);
    }
}
