package org.lisolo.server.releases;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A permission, or the request for one.
 *
 * @param person whom it is about, by name
 * @param language in which they are asked
 * @param linkUntil until when the link to sign can be used; empty where there is none
 * @param until when a signed one ends by itself
 * @param ended when it was refused, withdrawn or called off
 */
public record Release(
        ReleaseId id,
        OrganisationId organisation,
        Origin origin,
        State state,
        String person,
        Signer signer,
        String language,
        Scope scope,
        List<Picture> pictures,
        AccountId askedBy,
        Instant asked,
        Optional<Instant> linkUntil,
        Optional<Instant> signed,
        Optional<Instant> until,
        Optional<Instant> ended) {
    public Release {
        pictures = List.copyOf(pictures);
    }

    Release showing(List<Picture> others) {
        return new Release(
                id,
                organisation,
                origin,
                state,
                person,
                signer,
                language,
                scope,
                others,
                askedBy,
                asked,
                linkUntil,
                signed,
                until,
                ended);
    }

    /** How it came. The names are stored. */
    public enum Origin {
        PHONE,
        PAPER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. The names are stored. */
    public enum State {
        ASKED,
        SIGNED,
        REFUSED,
        WITHDRAWN,
        CANCELLED;

        /**
         * Where that is at a moment.
         *
         * @param until when a signed one ends
         */
        Standing at(Instant now, Optional<Instant> until) {
            return switch (this) {
                case ASKED -> Standing.WAITING;
                case SIGNED ->
                        until.filter(now::isBefore).isPresent() ? Standing.STANDING : Standing.OVER;
                case REFUSED -> Standing.REFUSED;
                case WITHDRAWN -> Standing.WITHDRAWN;
                case CANCELLED -> Standing.CANCELLED;
            };
        }
    }

    /** Where it stands at a moment: also time ends a permission. */
    public enum Standing {
        WAITING,
        STANDING,
        OVER,
        REFUSED,
        WITHDRAWN,
        CANCELLED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How its badge looks. */
        public String tone() {
            return switch (this) {
                case STANDING -> "good";
                case WAITING, OVER -> "warn";
                case REFUSED, WITHDRAWN -> "bad";
                case CANCELLED -> "";
            };
        }
    }

    public Standing at(Instant now) {
        return state.at(now, until);
    }

    /** Short enough to be read out, and printed on its form. */
    public String reference() {
        String end = id.toString().substring(24).toUpperCase(Locale.ROOT);
        return "R-" + end.substring(0, 4) + "-" + end.substring(4, 8) + "-" + end.substring(8);
    }

    public String path() {
        return Releases.PATH + "/" + id;
    }
}
