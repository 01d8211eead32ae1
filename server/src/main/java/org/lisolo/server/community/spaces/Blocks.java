package org.lisolo.server.community.spaces;

import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.message.SetApart;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two people of whom one blocked the other see nothing of each other on any page. Only who writes
 * under the name of their account can be blocked: what went with a block would tell who stands
 * behind an alias. Thread-safe.
 */
@Service
public class Blocks implements SetApart {
    private final BlockStore store;
    private final Accounts accounts;
    private final Clock clock;

    Blocks(BlockStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional
    public void block(AccountId by, AccountId other) {
        if (by.equals(other)) {
            throw Problem.invalid("peers.problem.self");
        }
        store.block(by, other, clock.instant());
    }

    @Transactional
    public void lift(AccountId by, AccountId other) {
        store.lift(by, other);
    }

    @Override
    public Set<String> from(AccountId reader) {
        return store.apart(reader).stream().map(OneName::path).collect(Collectors.toSet());
    }

    /** Whom this person blocked, by name; the latest first. */
    public Map<AccountId, String> by(AccountId account) {
        List<AccountId> blocked = store.by(account);
        Map<AccountId, String> names = accounts.names(blocked);
        Map<AccountId, String> all = new LinkedHashMap<>();
        blocked.forEach(one -> all.put(one, names.getOrDefault(one, "")));
        return all;
    }
}
