package org.lisolo.server.community.goals;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SealedWords;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goals and how they go: what they are and what was said of each day is sealed. */
@Repository
class GoalStore {
    private static final String GOALS =
            "select id, words, rhythm, begins, discussion from community.goal where account = ?";

    private final JdbcClient jdbc;
    private final SealedWords seal;
    private final Ids ids;

    GoalStore(JdbcClient jdbc, SealedWords seal, Ids ids) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.ids = ids;
    }

    /** The last first. */
    List<Goal> of(AccountId account) {
        return jdbc.sql(GOALS + " order by id desc")
                .param(account.value())
                .query(this::goal)
                .list();
    }

    Optional<Goal> find(UUID id, AccountId account) {
        return jdbc.sql(GOALS + " and id = ?")
                .params(account.value(), id)
                .query(this::goal)
                .optional();
    }

    private Goal goal(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String[] words = seal.open(row.getBytes("words"), "goal", "words", id).split("\n", 2);
        return new Goal(
                id,
                GoalKind.valueOf(words[0]),
                words[1],
                Rhythm.valueOf(row.getString("rhythm")),
                row.getObject("begins", LocalDate.class),
                Optional.ofNullable(row.getObject("discussion", UUID.class))
                        .map(ContributionId::new));
    }

    UUID add(
            AccountId account,
            GoalKind kind,
            String words,
            Rhythm rhythm,
            LocalDate begins,
            Instant at) {
        UUID id = ids.next();
        jdbc.sql(
                        """
                        insert into community.goal (id, account, words, rhythm, begins, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        account.value(),
                        seal.seal(kind.name() + "\n" + words, "goal", "words", id),
                        rhythm.name(),
                        begins,
                        Timestamp.from(at))
                .update();
        return id;
    }

    /** The first day first. */
    List<CheckIn> checkIns(UUID goal) {
        return jdbc.sql("select id, day, words from community.check_in where goal = ? order by day")
                .param(goal)
                .query(this::checkIn)
                .list();
    }

    private CheckIn checkIn(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String[] words = seal.open(row.getBytes("words"), "check_in", "words", id).split("\n", 2);
        return new CheckIn(
                row.getObject("day", LocalDate.class), words[0].equals("HELD"), words[1]);
    }

    /** Takes the place of what was said of that day before. */
    void checkIn(UUID goal, CheckIn one) {
        UUID id = ids.next();
        String words = (one.held() ? "HELD" : "SLIPPED") + "\n" + one.words();
        jdbc.sql(
                        """
                        insert into community.check_in (id, goal, day, words) values (?, ?, ?, ?)
                        on conflict (goal, day)
                            do update set id = excluded.id, words = excluded.words
                        """)
                .params(id, goal, one.day(), seal.seal(words, "check_in", "words", id))
                .update();
    }

    void show(UUID goal, ContributionId discussion) {
        jdbc.sql("update community.goal set discussion = ? where id = ?")
                .params(discussion.value(), goal)
                .update();
    }

    void delete(UUID goal) {
        jdbc.sql("delete from community.goal where id = ?").param(goal).update();
    }

    void erase(AccountId account) {
        jdbc.sql("delete from community.goal where account = ?").param(account.value()).update();
    }
}
