package org.lisolo.server.people.rights;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Limits;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asks about their own data.
 *
 * @param account theirs, if they asked from it
 * @param due when it is to be answered
 * @param decision none while it is open
 */
public record DataRequest(
        UUID id,
        OrganisationId organisation,
        Kind kind,
        Origin origin,
        State state,
        Optional<AccountId> account,
        String language,
        Asker asker,
        Instant asked,
        Instant due,
        Optional<Decision> decision) {

    /** What is asked. The names are stored; they never change. */
    public enum Kind {
        ACCESS,
        CORRECTION,
        ERASURE,
        RESTRICTION,
        OBJECTION;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What it limits, where it asks for that. */
        public Optional<Limits.Kind> limit() {
            return switch (this) {
                case ACCESS, CORRECTION, ERASURE -> Optional.empty();
                case RESTRICTION -> Optional.of(Limits.Kind.RESTRICTION);
                case OBJECTION -> Optional.of(Limits.Kind.OBJECTION);
            };
        }

        static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
        }
    }

    /** How it came. The names are stored; they never change. */
    public enum Origin {
        ACCOUNT,
        FORM,
        PAPER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. The names are stored; they never change. */
    public enum State {
        UNCONFIRMED,
        OPEN,
        GRANTED,
        REFUSED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who asks, and for what.
     *
     * @param contact where the answer goes; empty if that is on paper or to the account
     * @param words their own
     */
    public record Asker(String name, String contact, String words) {
        /** Not what is personal. */
        @Override
        public String toString() {
            return "an asker";
        }
    }

    /** How it was answered. */
    public record Decision(AccountId by, Instant at, String answer) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public String path() {
        return "/work/requests/" + id;
    }
}
