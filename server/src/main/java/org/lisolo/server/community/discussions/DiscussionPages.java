package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.follows.Source;
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

    /**
     * A space and what is said there.
     *
     * @param moderators what those are called who look after it
     * @param pinned what they keep at the top, on the first page
     */
    public record SpacePage(
            Space space,
            Reader reader,
            List<String> moderators,
            boolean followed,
            List<Row> pinned,
            List<Row> rows,
            String newer,
            String older,
            String canonical) {
        public boolean mayWrite() {
            return !reader.isExcluded(space) && !space.isClosedForGood();
        }

        public boolean mayJoin() {
            return reader.who().isPresent()
                    && !reader.standings().containsKey(space.id())
                    && !space.isClosedForGood();
        }

        public boolean mayLeave() {
            return reader.standings().containsKey(space.id()) && !reader.isExcluded(space);
        }

        public Source source() {
            return Source.of(Source.Kind.SPACE, space.id().value());
        }

        public boolean moderates() {
            return reader.moderates(space);
        }

        public boolean isPinned(Row row) {
            return pinned.stream().anyMatch(one -> one.of().id().equals(row.of().id()));
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
        /** What search engines read of it; empty for what is not theirs. */
        public String linkedData() {
            return QuestionData.of(this);
        }

        public boolean mayWrite() {
            return reader.who().isPresent()
                    && !reader.isExcluded(space)
                    && !space.isClosedForGood();
        }
    }
}
