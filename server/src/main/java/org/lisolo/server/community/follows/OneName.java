package org.lisolo.server.community.follows;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account that has a pseudonym and works for an organisation writes under both. What would
 * follow both, write to both or list both on one page would tell that they are one person.
 */
@Component
public class OneName {
    private final Accounts accounts;

    OneName(Accounts accounts) {
        this.accounts = accounts;
    }

    public boolean has(AccountId person) {
        return of(List.of(person)).containsKey(person);
    }

    /** What these people are called; who has two names is not in the answer. */
    public Map<AccountId, String> of(Collection<AccountId> people) {
        return people.isEmpty() ? Map.of() : accounts.oneNames(people);
    }

    public Pages pages(Collection<AccountId> people) {
        return new Pages(of(people));
    }

    /** Somebody's page, and what the log calls them by. */
    public static String path(AccountId person) {
        return "/people/" + person;
    }

    /** Where people have their pages, for what they wrote under the name that they have now. */
    public record Pages(Map<AccountId, String> names) {
        public Pages {
            names = Map.copyOf(names);
        }

        /** Empty for an alias, another name of theirs and one of two. */
        public String of(Optional<AccountId> author, String name) {
            return author.filter(one -> name.equals(names.get(one))).map(OneName::path).orElse("");
        }
    }
}
