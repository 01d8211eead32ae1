package org.lisolo.server.community.spaces;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the pages of spaces show. */
public final class SpacePages {
    private SpacePages() {}

    /**
     * All that the reader may know of.
     *
     * @param joined those in which they are somebody
     * @param asked those whose moderators have yet to decide
     */
    public record ListPage(
            List<Space> joined, List<Space> asked, List<Space> spaces, String newer, String older) {
        public boolean isEmpty() {
            return joined.isEmpty() && asked.isEmpty() && spaces.isEmpty();
        }
    }

    /**
     * What a space says of itself, to be filled in.
     *
     * @param action where the form goes
     * @param space none for one that is yet to be opened
     * @param written whether who may read can no longer change
     * @param owners for whom it can be opened, {@code organisation} and {@code platform}
     */
    public record SettingsPage(
            String action,
            Optional<Space> space,
            SpaceForm form,
            boolean written,
            List<String> owners,
            boolean moderated,
            List<Problem> problems) {
        /** Those in which much is written. */
        public static final List<String> LANGUAGES = List.of("fr", "ln", "sw", "kg", "lua", "en");

        public String owner() {
            return form.organisation() == null && owners.contains("platform")
                    ? "platform"
                    : "organisation";
        }
    }

    /** The spaces that somebody at work answers for. */
    public record WorkPage(List<Space> spaces) {}

    /** Somebody in a space, and what a moderator can do about it. */
    public record Person(
            AccountId account, String name, Standing standing, Instant since, List<String> steps) {
        public String standingKey() {
            return "spaces.standing." + standing.name();
        }
    }

    /**
     * Who is in a space, for its moderators.
     *
     * @param link that was just made, to be handed on
     * @param until when the last of the links that were made ends
     */
    public record MembersPage(
            Space space,
            List<Person> people,
            String link,
            Optional<Instant> until,
            String newer,
            String older) {
        public boolean hasDoor() {
            return space.openness() == Openness.MEMBERS && !space.isClosedForGood();
        }
    }

    /**
     * What somebody sees who was handed a link.
     *
     * @param standing what they are there already
     */
    public record DoorPage(Space space, String secret, Optional<Standing> standing) {
        public String standingKey() {
            return standing.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("");
        }
    }
}
