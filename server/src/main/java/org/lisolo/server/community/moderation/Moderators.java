package org.lisolo.server.community.moderation;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who looks after a space: its own moderators, and those of the organisation that answers for it.
 * Whoever runs the platform decides appeals where nobody else could. Thread-safe.
 */
@Component
public class Moderators {
    private final JdbcClient jdbc;
    private final Spaces spaces;

    Moderators(JdbcClient jdbc, Spaces spaces) {
        this.jdbc = jdbc;
        this.spaces = spaces;
    }

    public boolean moderates(Reader reader, Space space) {
        return reader.moderates(space)
                || reader.who().filter(who -> answersFor(who, space)).isPresent();
    }

    private static boolean answersFor(SignedIn who, Space space) {
        OrganisationId organisation = space.organisation();
        return organisation != null
                && organisation.equals(who.organisation())
                && who.is(Role.MODERATOR);
    }

    /** The space of something, for whoever moderates it; to others it does not exist. */
    Space mine(Reader reader, SpaceId space) {
        return spaces.find(space)
                .filter(one -> moderates(reader, one))
                .orElseThrow(() -> Problem.notFound("moderation.problem.unknown"));
    }

    /** The same for appeals. */
    Space ofAppeal(Reader reader, SpaceId space) {
        return spaces.find(space)
                .filter(one -> moderates(reader, one) || operates(reader))
                .orElseThrow(() -> Problem.notFound("moderation.problem.unknown"));
    }

    static boolean operates(Reader reader) {
        return reader.who().filter(who -> who.is(Role.OPERATOR)).isPresent();
    }

    /** The spaces that this person moderates. */
    public Set<SpaceId> spacesOf(SignedIn who) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select space from community.membership
                                 where account = :account and standing = 'MODERATOR'
                                union
                                select id from community.space
                                 where organisation = :organisation and :moderator
                                """)
                        .param("account", who.account().value())
                        .param("organisation", who.organisation().value())
                        .param("moderator", who.is(Role.MODERATOR))
                        .query((row, _) -> new SpaceId(row.getObject(1, UUID.class)))
                        .list());
    }
}
