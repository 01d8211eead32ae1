package org.lisolo.server.publishing.links;

import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Which organisations have their own links tagged, and what is theirs; nobody's are unasked. */
@Repository
public class LinkHostStore {
    private final JdbcClient jdbc;

    LinkHostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hosts whose links are tagged; none where nobody asked for it. */
    public List<String> hosts(OrganisationId organisation) {
        return jdbc.sql("select hosts from publishing.tagged_links where organisation = ?")
                .param(organisation.value())
                .query((row, _) -> hosts(row.getArray(1)))
                .optional()
                .orElse(List.of());
    }

    private static List<String> hosts(java.sql.Array stored) throws SQLException {
        return Arrays.asList((String[]) stored.getArray());
    }

    @Transactional
    public void keep(OrganisationId organisation, List<String> hosts) {
        jdbc.sql("delete from publishing.tagged_links where organisation = ?")
                .param(organisation.value())
                .update();
        if (!hosts.isEmpty()) {
            jdbc.sql("insert into publishing.tagged_links (organisation, hosts) values (?, ?)")
                    .params(organisation.value(), hosts.toArray(String[]::new))
                    .update();
        }
    }
}
