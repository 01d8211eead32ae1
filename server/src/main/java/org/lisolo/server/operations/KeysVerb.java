package org.lisolo.server.operations;

import org.lisolo.server.platform.keys.KeysetStore;
import org.lisolo.server.platform.keys.Keysets;
import org.lisolo.server.platform.keys.MainKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code lisolo keys}: shows the keys' state, makes new ones, destroys what nothing needs. */
final class KeysVerb {
    private static final String USAGE =
            """
            lisolo keys                    what keys there are, and what older ones still seal
            lisolo keys rotate [PURPOSE]   new keys; what the older ones sealed is sealed anew by the server
            lisolo keys destroy [PURPOSE]  takes older keys away that nothing needs any more
            lisolo keys main               a new main key, and all keys wrapped anew by it\
            """;

    private final Operator operator;

    KeysVerb(Operator operator) {
        this.operator = operator;
    }

    int run() throws Exception {
        List<String> words = operator.words();
        String what = words.isEmpty() ? "list" : words.getFirst();
        if (words.size() > 2 || !List.of("list", "rotate", "destroy", "main").contains(what)) {
            return operator.usage(USAGE);
        }
        RunningDatabase database = RunningDatabase.of(operator.settings());
        try (var connection = database.connect()) {
            var store =
                    new KeysetStore(
                            JdbcClient.create(new SingleConnectionDataSource(connection, true)),
                            Clock.systemUTC());
            MainKeys main =
                    new MainKeys(
                            database.keys(),
                            database.keyService(),
                            database.keyServiceCredentials());
            var keysets = new Keysets(store, main, database.adoption());
            Optional<String> only = words.stream().skip(1).findFirst();
            switch (what) {
                case "rotate" -> each(keysets, only, purpose -> rotate(keysets, purpose));
                case "destroy" -> each(keysets, only, purpose -> destroy(keysets, purpose));
                case "main" -> {
                    main.renew();
                    keysets.wrapAnew();
                }
                default -> {}
            }
            keysets.all().forEach(kept -> show(keysets, kept));
        }
        return 0;
    }

    private interface Change {
        void on(String purpose);
    }

    private static void each(Keysets keysets, Optional<String> only, Change change) {
        List<String> purposes = keysets.all().stream().map(KeysetStore.Kept::purpose).toList();
        if (only.isPresent() && !purposes.contains(only.get())) {
            throw new Refused("No keys are for that purpose; there are: " + purposes + ".");
        }
        only.map(List::of).orElse(purposes).forEach(change::on);
    }

    private void rotate(Keysets keysets, String purpose) {
        if (!keysets.rotate(purpose)) {
            operator.say(purpose + ": was changed a moment ago; try again in a minute.");
        }
    }

    private void destroy(Keysets keysets, String purpose) {
        if (!keysets.destroyOlder(purpose)) {
            operator.say(purpose + ": nothing was destroyed.");
        }
    }

    private void show(Keysets keysets, KeysetStore.Kept kept) {
        String state;
        if (kept.keys() == 1) {
            state = "one key";
        } else if (keysets.olderAreUnused(kept)) {
            state = kept.keys() + " keys; nothing needs the older ones: lisolo keys destroy";
        } else {
            state =
                    kept.keys()
                            + " keys; "
                            + kept.left()
                                    .map(
                                            left ->
                                                    left.rows()
                                                            + " rows under older ones at "
                                                            + left.at())
                                    .orElse("the server has not looked yet what older ones seal")
                            + "; they are kept at least until "
                            + kept.changed().plus(Keysets.GRACE);
        }
        operator.say(
                "%-12s %s (changed %s, wrapped by %s)"
                        .formatted(kept.purpose(), state, kept.changed(), kept.seals().by()));
    }
}
