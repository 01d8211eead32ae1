package org.lisolo.server.people;

import static java.util.stream.Collectors.toMap;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is a verified health professional at this moment. Thread-safe. */
@Service
public class Badges {
    private final BadgeStore store;
    private final Clock clock;

    Badges(BadgeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** In one query; who has none, or one that lapsed or is suspended, is not in the answer. */
    public Map<AccountId, Badge> of(Collection<AccountId> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : store.standing(Set.copyOf(accounts), clock.instant()).stream()
                        .collect(toMap(Badge::account, badge -> badge));
    }

    public Optional<Badge> of(AccountId account) {
        return Optional.ofNullable(of(Set.of(account)).get(account));
    }
}
