package org.lisolo.server.releases;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.lisolo.server.platform.Reseals;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.SealedTable;
import org.lisolo.server.platform.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

@Configuration(proxyBeanMethods = false)
class ReleasesConfiguration {
    @Bean
    static Reseals releasesSealedAnew(
            Vault vault, JdbcClient jdbc, TransactionTemplate transactions) {
        Seal seal = vault.of(ReleaseStore.PURPOSE);
        return Reseals.together(
                List.of(
                        table(seal, "release", "id::text")
                                .sealed("told", "release.told %s")
                                .sealed("signature", "release.signature %s")
                                .with(jdbc, transactions),
                        table(seal, "picture", "release::text || ' ' || number")
                                .sealed("alt", "release.alt %s")
                                .sealed("key", "release.picture %s")
                                .with(jdbc, transactions),
                        table(seal, "paper", "release::text")
                                .sealed("name", "release.paper.name %s")
                                .sealed("key", "release.paper %s")
                                .with(jdbc, transactions),
                        table(seal, "step", "release::text")
                                .sealed("note", "release.step %s")
                                .with(jdbc, transactions)));
    }

    private static SealedTable table(Seal seal, String name, String id) {
        return new SealedTable(seal, ReleaseStore.PURPOSE, "releases." + name, id);
    }

    /** What somebody did for an organisation. Whom a release is about has no account. */
    @Bean
    @Order(55)
    static PersonalData ownReleaseWork(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "releases",
                        """
                        select kind, at from releases.step where by_whom = :account
                        union all
                        select 'ASKED', asked_at from releases.release r
                         where asked_by = :account
                           and not exists (select from releases.step s
                                            where s.release = r.id and s.by_whom = :account)
                        order by at
                        """,
                        "releases.step.by_whom",
                        "releases.release.asked_by")
                .worded("kind", "releases.step.");
    }
}
