package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Teams and who is in them. */
@Repository
class TeamStore {
    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In whatever order. */
    List<Team> of(OrganisationId organisation) {
        Map<TeamId, String> names = new LinkedHashMap<>();
        Map<TeamId, Set<AccountId>> members = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select t.id, t.name, m.account
                        from people.team t left join people.team_member m on m.team = t.id
                        where t.organisation = :organisation
                        """)
                .param("organisation", organisation.value())
                .query(
                        row -> {
                            var id = new TeamId(row.getObject("id", UUID.class));
                            names.put(id, row.getString("name"));
                            var into = members.computeIfAbsent(id, _ -> new HashSet<>());
                            UUID account = row.getObject("account", UUID.class);
                            if (account != null) {
                                into.add(new AccountId(account));
                            }
                        });
        List<Team> teams = new ArrayList<>();
        names.forEach(
                (id, name) -> teams.add(new Team(id, name, members.getOrDefault(id, Set.of()))));
        return teams;
    }

    Set<TeamId> joined(AccountId account, OrganisationId organisation) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select team from people.team_member
                                where account = :account and organisation = :organisation
                                """)
                        .param("account", account.value())
                        .param("organisation", organisation.value())
                        .query((row, _) -> new TeamId(row.getObject("team", UUID.class)))
                        .list());
    }

    /** Whether the name was free. */
    boolean add(TeamId id, OrganisationId organisation, String name, Instant made) {
        return jdbc.sql(
                                """
                                insert into people.team (id, organisation, name, made)
                                values (:id, :organisation, :name, :made)
                                on conflict (organisation, lower(name)) do nothing
                                """)
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .param("name", name)
                        .param("made", Timestamp.from(made))
                        .update()
                == 1;
    }

    void rename(TeamId id, String name) {
        jdbc.sql("update people.team set name = :name where id = :id")
                .param("name", name)
                .param("id", id.value())
                .update();
    }

    void remove(TeamId id) {
        jdbc.sql("delete from people.team where id = :id").param("id", id.value()).update();
    }

    /** Whether they are of the organisation, and were not in the team yet. */
    boolean join(TeamId team, OrganisationId organisation, AccountId account) {
        return jdbc.sql(
                                """
                                insert into people.team_member (team, organisation, account)
                                select :team, organisation, account from people.membership
                                where organisation = :organisation and account = :account
                                on conflict do nothing
                                """)
                        .param("team", team.value())
                        .param("organisation", organisation.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    boolean leave(TeamId team, AccountId account) {
        return jdbc.sql(
                                """
                                delete from people.team_member
                                where team = :team and account = :account
                                """)
                        .param("team", team.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }
}
