package org.lisolo.server.community.spaces;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody before a page of the community, as of this moment: every query for what is closed takes
 * one.
 *
 * @param who nobody for a stranger
 * @param professional whether they are a verified health professional
 * @param inside the spaces whose closed part they may read
 * @param standings what they are where
 * @param apart people of whom they see nothing, because one blocked the other
 */
public record Reader(
        Optional<SignedIn> who,
        boolean professional,
        Set<SpaceId> inside,
        Map<SpaceId, Standing> standings,
        Set<AccountId> apart) {
    public static final Reader STRANGER =
            new Reader(Optional.empty(), false, Set.of(), Map.of(), Set.of());

    public Reader {
        inside = Set.copyOf(inside);
        standings = Map.copyOf(standings);
        apart = Set.copyOf(apart);
    }

    public Optional<AccountId> account() {
        return who.map(SignedIn::account);
    }

    /** What they may see of the words that stand in the log. */
    public Sight sight() {
        return Sight.ofPublic()
                .within(
                        inside.stream()
                                .map(SpaceId::channel)
                                .collect(Collectors.toUnmodifiableSet()))
                .without(apart.stream().map(OneName::path).collect(Collectors.toUnmodifiableSet()));
    }

    /** For {@code = any(:inside)}. */
    public UUID[] insideIds() {
        return inside.stream().map(SpaceId::value).toArray(UUID[]::new);
    }

    /** For {@code = any(:apart)}. */
    public UUID[] apartIds() {
        return apart.stream().map(AccountId::value).toArray(UUID[]::new);
    }

    /** Whether they may know of the space at all. */
    public boolean mayEnter(Space space) {
        return space.isOpen() || isInside(space);
    }

    public boolean isInside(Space space) {
        return inside.contains(space.id());
    }

    public boolean moderates(Space space) {
        return standings.get(space.id()) == Standing.MODERATOR;
    }

    public boolean isExcluded(Space space) {
        return standings.get(space.id()) == Standing.EXCLUDED;
    }
}
