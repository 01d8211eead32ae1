package org.lisolo.server.community.aliases;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SealedWords;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One alias a person in a discussion. Nothing that is kept in the clear tells whose it is, nor that
 * two are of the same person. Thread-safe.
 */
@Repository
public class Aliases {
    private static final String LOOKUP = "community.alias";
    private static final int ATTEMPTS = 40;

    private final JdbcClient jdbc;
    private final SealedWords words;
    private final SecureRandom random = new SecureRandom();

    Aliases(JdbcClient jdbc, SealedWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * This person's in a discussion, made if they had none.
     *
     * @param language of the name
     */
    public Alias of(AccountId account, ContributionId discussion, String language) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Alias> known = known(account, discussion);
            if (known.isPresent()) {
                return known.get();
            }
            add(account, discussion, AliasNames.random(random, language, attempt));
        }
        throw new IllegalStateException("no name was free in " + discussion);
    }

    public Optional<Alias> known(AccountId account, ContributionId discussion) {
        return jdbc.sql("select id, name from community.alias where lookup = any(?)")
                .param(words.lookups(whose(account, discussion.value()), LOOKUP))
                .query((row, _) -> new Alias(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    /** Nothing happens where the name is taken, or they have another by now. */
    private void add(AccountId account, ContributionId discussion, String name) {
        UUID id = UUID.randomUUID(); // not in the order of time, which stands beside deeds
        String whose = whose(account, discussion.value());
        jdbc.sql(
                        """
                        insert into community.alias (id, discussion, name, lookup, account)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        id,
                        discussion.value(),
                        name,
                        words.lookup(whose, LOOKUP),
                        words.seal(whose, "alias", "account", id))
                .update();
    }

    private static String whose(AccountId account, UUID discussion) {
        return account + " " + discussion;
    }

    /** Who stands behind it: for two people who agreed to see, and to forget a person. */
    public Optional<AccountId> open(UUID alias) {
        return jdbc.sql("select account from community.alias where id = ?")
                .param(alias)
                .query((row, _) -> words.open(row.getBytes(1), "alias", "account", alias))
                .optional()
                .map(whose -> new AccountId(UUID.fromString(whose.split(" ", 2)[0])));
    }

    /** The names in the log of all aliases of a person; those of others are not opened for it. */
    public List<String> authorsOf(AccountId account) {
        List<String> found = new ArrayList<>();
        jdbc.sql("select id, discussion, lookup from community.alias")
                .query(
                        row -> {
                            byte[] kept = row.getBytes("lookup");
                            String whose = whose(account, row.getObject("discussion", UUID.class));
                            boolean theirs =
                                    Arrays.stream(words.lookups(whose, LOOKUP))
                                            .anyMatch(one -> Arrays.equals(one, kept));
                            if (theirs) {
                                found.add(Alias.path(row.getObject("id", UUID.class)));
                            }
                        });
        return found;
    }

    public void forget(String author) {
        Alias.of(author)
                .ifPresent(
                        id ->
                                jdbc.sql("delete from community.alias where id = ?")
                                        .param(id)
                                        .update());
    }
}
