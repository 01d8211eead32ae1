package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Badge;
import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Optional;

/** What the pages of discussions show. */
public final class DiscussionPages {
    private static final int BEGINNING = 240;

    private DiscussionPages() {}

    /** A discussion in a list. */
    public record Row(Discussion of, String title, String text, String author, String language) {
        public String beginning() {
            return text.length() <= BEGINNING ? text : text.substring(0, BEGINNING) + "…";
        }
    }

    /**
     * Something said.
     *
     * @param badge of whoever is a verified professional at this moment
     * @param text empty if it was deleted
     */
    public record Said(
            Contribution of,
            String author,
            Optional<Badge> badge,
            String title,
            String text,
            String language,
            boolean edited,
            boolean deleted) {}

    /** What is about to be said: the form, as it is first shown and as it comes back. */
    public record Form(ContributionId id, Words words, List<Problem> problems) {}

    /** All discussions, or those of one kind. */
    public record ListPage(List<Row> rows, String newer, String older) {}

    /** A space and what is said there. */
    public record SpacePage(
            Space space,
            Reader reader,
            List<Row> rows,
            String newer,
            String older,
            String canonical) {
        public boolean mayWrite() {
            return !reader.isExcluded(space) && !space.isClosedForGood();
        }

        public boolean mayOpenCases() {
            return mayWrite() && space.cases() && reader.isInside(space);
        }
    }

    /** A page to open a discussion. */
    public record NewPage(Space space, Kind kind, Form form) {}

    /** A discussion. */
    public record DiscussionPage(
            Space space,
            Discussion discussion,
            Said opening,
            List<Said> answers,
            Reader reader,
            Form form,
            String newer,
            String older,
            String canonical) {
        public boolean mayWrite() {
            return reader.who().isPresent()
                    && !reader.isExcluded(space)
                    && !space.isClosedForGood();
        }
    }
}
