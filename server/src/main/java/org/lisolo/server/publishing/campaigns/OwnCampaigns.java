package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The campaigns that somebody planned last, and the short links they made. */
@Configuration(proxyBeanMethods = false)
class OwnCampaigns {
    @Bean
    @Order(59)
    static PersonalData ownCampaigning(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "campaigns",
                        """
                        select name, changed_at as at from publishing.campaign
                        where changed_by = :account
                        union all
                        select c.name, l.made_at from publishing.short_link l
                          join publishing.campaign c on c.id = l.campaign
                        where l.made_by = :account
                        order by at
                        """,
                        "publishing.campaign.changed_by",
                        "publishing.short_link.made_by");
    }
}
