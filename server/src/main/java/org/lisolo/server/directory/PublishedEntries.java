package org.lisolo.server.directory;

import org.lisolo.screening.phi.PublicFacts.Fact;
import org.lisolo.server.message.PublishedFacts;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an organisation's public entries tell anyone: names of people and places of care, phone
 * numbers, e-mail and web addresses, streets. What is hidden or taken out is not public.
 */
@Repository
class PublishedEntries implements PublishedFacts {
    /** The key of the reason that it is public. */
    static final String REASON = "directory.isPublished";

    /** Of an organisation with more entries, so many, the latest first. */
    private static final int MOST = 5_000;

    private final JdbcClient client;

    PublishedEntries(JdbcClient client) {
        this.client = client;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(OrganisationId organisation) {
        return client
                .sql(
                        """
                        select concat_ws(' ', body ->> 'prenom', body ->> 'nom', body ->> 'postnom'),
                               concat_ws(';', body ->> 'name', body ->> 'other_names',
                                         body ->> 'phones', body ->> 'email', body ->> 'website'),
                               case when coalesce(body ->> 'street', '') = '' then ''
                                    else concat_ws(' ', body ->> 'street', body ->> 'commune',
                                                   body ->> 'town') end
                          from directory.entry
                         where organisation = ? and state = ?
                         order by id desc
                         limit ?
                        """)
                .params(organisation.value(), EntryState.PUBLIC.code(), MOST)
                .query(
                        (row, _) ->
                                Stream.of(
                                        Stream.of(row.getString(1)),
                                        Stream.of(row.getString(2).split(";", -1)),
                                        Stream.of(row.getString(3))))
                .stream()
                .flatMap(entry -> entry.flatMap(some -> some))
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .distinct()
                .map(said -> new Fact(said, REASON))
                .toList();
    }
}
