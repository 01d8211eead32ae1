package org.lisolo.server.channels;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How often what was said was liked, as far as its network tells: a number a day and nobody's name.
 * A like that was taken back is not counted.
 */
@Repository
public class Reactions {
    private final JdbcClient jdbc;
    private final ChannelStore channels;
    private final List<Network> networks;

    Reactions(JdbcClient jdbc, ChannelStore channels, List<Network> networks) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.networks = List.copyOf(networks);
    }

    /**
     * Those of one day.
     *
     * @param networkId how the network names what was liked
     */
    public record OfDay(ChannelId channel, String networkId, LocalDate day, long count) {}

    /** The channels whose networks tell of them; of all others nobody knows. */
    public Set<ChannelId> told(OrganisationId organisation) {
        return channels.all(organisation).stream()
                .filter(channel -> networks.stream().anyMatch(one -> tells(one, channel)))
                .map(Channel::id)
                .collect(Collectors.toSet());
    }

    private static boolean tells(Network network, Channel channel) {
        return network.kind() == channel.kind() && network.tellsReactions();
    }

    /** Of what the networks name so, by the days of the zone. */
    public List<OfDay> of(Collection<ChannelId> where, Collection<String> networkIds, ZoneId zone) {
        return jdbc.sql(
                        """
                        select channel, subject, (at at time zone :zone)::date as day, count(*) n
                          from channels.liking
                         where channel = any (:channels) and subject = any (:subjects)
                         group by 1, 2, 3 order by 3, 1, 2
                        """)
                .param("zone", zone.getId())
                .param("channels", where.stream().map(ChannelId::value).toArray(UUID[]::new))
                .param("subjects", networkIds.toArray(String[]::new))
                .query(
                        (row, _) ->
                                new OfDay(
                                        new ChannelId(row.getObject("channel", UUID.class)),
                                        row.getString("subject"),
                                        row.getObject("day", LocalDate.class),
                                        row.getLong("n")))
                .list();
    }
}
