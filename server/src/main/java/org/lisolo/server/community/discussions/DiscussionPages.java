package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.CasePictures;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Marks;
import org.lisolo.server.community.contributions.Polls;
import org.lisolo.server.community.contributions.SaidPicture;
import org.lisolo.server.community.contributions.SentPicture;
import org.lisolo.server.community.contributions.ShownPicture;
import org.lisolo.server.community.contributions.ToldToAuthors;
import org.lisolo.server.community.contributions.Whole;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.words.Markup;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Refused;
import org.lisolo.server.platform.Shortened;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the pages of discussions show. */
public final class DiscussionPages {
    private static final int BEGINNING = 240;

    /** Answers, from which on one would not look for the last with a thumb. */
    private static final int MANY = 5;

    private DiscussionPages() {}

    /**
     * A discussion in a list.
     *
     * @param answered whether a verified health professional answered it
     */
    public record Row(Discussion of, Words words, String author, boolean answered) {
        public String beginning() {
            return Shortened.of(Markup.plain(words.text()), BEGINNING);
        }
    }

    /**
     * Something said.
     *
     * @param page of its author; empty if there is none
     * @param badge of whoever is a verified professional at this moment
     * @param words empty if it was deleted
     * @param html of the text: few elements, nothing that acts
     * @param marks what readers added to it
     * @param mine whether the reader wrote it
     */
    public record Said(
            Contribution of,
            String author,
            String page,
            Optional<Badge> badge,
            Words words,
            String html,
            List<ShownPicture> pictures,
            Marks marks,
            boolean edited,
            boolean deleted,
            boolean mine) {
        public String anchor() {
            return anchor(of);
        }

        static String anchor(Contribution of) {
            return "c-" + of.id();
        }

        public String path() {
            return of.id().path();
        }

        /** Neither its author nor a moderator took it from sight. */
        boolean stands() {
            return !deleted && !of.hidden();
        }
    }

    /** What is about to be said: the form, as it is first shown and as it comes back. */
    public record Form(
            ContributionId id, Words words, List<Problem> problems, Map<String, String> typed) {
        public Form(ContributionId id, Words words, List<Problem> problems) {
            this(id, words, problems, Map.of());
        }

        public String typed(String name) {
            return typed.getOrDefault(name, "");
        }

        /** The text, as the field begins with it: what answers a quotation stands below it. */
        public String begun() {
            return words.text() + (problems.isEmpty() && typed.containsKey("to") ? "\n\n" : "");
        }
    }

    /**
     * All discussions, or those of one kind.
     *
     * @param professional whether the reader is a verified health professional
     */
    public record ListPage(List<Row> rows, boolean professional, String newer, String older) {}

    /**
     * A space and what is said there.
     *
     * @param moderators what those are called who look after it
     * @param pinned what they keep at the top, on the first page
     * @param waiting words of the reader's that nobody else sees
     */
    public record SpacePage(
            Space space,
            Reader reader,
            List<String> moderators,
            boolean followed,
            List<Row> pinned,
            List<ToldToAuthors.Waiting> waiting,
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
            return Source.of(space.id());
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
    public record NewPage(Space space, Kind kind, Form form, Asking asking) {
        public String path() {
            return space.path() + "/new/" + kind.key();
        }
    }

    /**
     * What is typed beside the words.
     *
     * @param speciality of whom it asks; empty for anybody
     * @param choices of a poll, one on each line
     * @param similar questions, once they were looked for
     * @param turns whether it asks what to take, and that was not said yet
     * @param told whether it was
     */
    public record Asking(
            String speciality,
            String choices,
            int days,
            Optional<List<Row>> similar,
            boolean turns,
            boolean told) {
        public static final Asking NOTHING = new Asking("", "", 7, Optional.empty(), false, false);
    }

    /**
     * What stands in a discussion, from some answer on.
     *
     * @param more whether answers follow
     * @param mayWriteTo those who speak here and to whom the reader may write in private
     * @param canonical whole address of the discussion
     * @param linkedData what search engines read of it; empty for what is not theirs
     */
    record Content(
            Said opening,
            List<Said> answers,
            boolean more,
            Set<AccountId> mayWriteTo,
            Beside beside,
            String canonical,
            String linkedData) {}

    /**
     * A discussion.
     *
     * @param mayWriteTo those who speak here and to whom the reader may write in private
     * @param thrifty whether the reader's device asks for as few bytes as can be
     * @param form of an answer
     * @param refused another form of the page
     */
    public record DiscussionPage(
            Space space,
            Discussion discussion,
            Said opening,
            List<Said> answers,
            Set<AccountId> mayWriteTo,
            Beside beside,
            Reader reader,
            boolean thrifty,
            Form form,
            Refused refused,
            String newer,
            String older,
            String canonical,
            String linkedData) {
        /** Who asked says which answer it was. */
        public boolean mayAccept(Said answer) {
            return discussion.kind() == Kind.QUESTION
                    && opening.mine()
                    && answer.stands()
                    && mayWrite();
        }

        /** Whoever asked, or looks after the space, says that it was asked before. */
        public boolean mayJoin() {
            return discussion.kind() == Kind.QUESTION
                    && (opening.mine() || reader.moderates(space))
                    && mayWrite();
        }

        /** Whoever opened a case says what came of it. */
        public boolean maySummarise() {
            return discussion.kind() == Kind.CASE && opening.mine() && mayWrite();
        }

        /** What came of a case as its author said it last, though it may still wait to be read. */
        public Optional<ToldToAuthors.Waiting> waitingSummary() {
            return beside.waiting().stream().filter(one -> one.summarises(discussion)).findFirst();
        }

        public Source source() {
            return Source.of(Source.Kind.DISCUSSION, discussion.id().value());
        }

        public boolean mayReact(Said said) {
            return mayWrite() && !said.mine() && said.stands();
        }

        /** Where an answer that quotes it is written; empty where the reader may not. */
        public String quote(Said said) {
            return mayReact(said) ? discussion.path() + "?quote=" + said.of().id() + "#answer" : "";
        }

        public boolean mayWriteTo(Said said) {
            return said.of().author().filter(mayWriteTo::contains).isPresent();
        }

        /** Where the last answer is, in what is read as it was written; else empty. */
        public String last() {
            int start = Math.max(0, discussion.answers() - 1) / Contents.ANSWERS;
            return discussion.kind() == Kind.QUESTION || discussion.answers() < MANY
                    ? ""
                    : (start == 0 ? "" : discussion.path() + "?from=" + start * Contents.ANSWERS)
                            + "#answer";
        }

        /** What a health professional said in the best place. */
        public Optional<Said> answered() {
            return discussion.kind() == Kind.QUESTION
                    ? answers.stream().filter(one -> one.badge().isPresent()).findFirst()
                    : Optional.empty();
        }

        public boolean mayWrite() {
            return reader.who().isPresent()
                    && !reader.isExcluded(space)
                    && !space.isClosedForGood();
        }
    }

    /**
     * A page to say otherwise what one said.
     *
     * @param path of what it is
     * @param lead the key of what becomes of the words before
     * @param kind of the discussion in which it stands, or which it opens
     * @param pictures that are there with the words of the form
     * @param picturesAt where its author fetches them
     * @param change that waits to be read, with which the form begins
     */
    public record EditPage(
            String path,
            String lead,
            Kind kind,
            boolean opens,
            List<SaidPicture> pictures,
            String picturesAt,
            Optional<Change> change,
            Back back,
            Form form) {
        /** Those of cases come when a case is presented, and are looked through. */
        public boolean mayAdd() {
            return kind != Kind.CASE && pictures.size() < SentPicture.MOST;
        }
    }

    /**
     * A change that waits to be read.
     *
     * @param standing what everybody reads until then
     */
    public record Change(Words standing, String path) {}

    /** A page to take back what one said. */
    public record DeletePage(Contribution of, Words words, Back back) {}

    /** A way back, and the key of the words that say where it leads. */
    public record Back(String path, String key) {
        /** To where others read it. */
        static Back toDiscussion(String path) {
            return new Back(path, "discussions.back");
        }

        static Back to(Discussion about, Contribution one) {
            return toDiscussion(about.path() + "#" + Said.anchor(one));
        }

        static Back toSpace(String path) {
            return new Back(path, "spaces.back");
        }

        /** To one's own words that nobody else reads yet. */
        static Back toWaiting(ContributionId draft) {
            return new Back(draft.path() + "/waiting", "discussions.back.waiting");
        }
    }

    /**
     * One's own words that wait to be read, to be seen once more and taken back.
     *
     * @param looks whether pictures of a case are still to be looked through
     */
    public record HeldPage(ToldToAuthors.Waiting waiting, Back back, boolean looks) {
        public Whole whole() {
            return Whole.of(waiting.draft());
        }

        /** Whether something stands that they would change. */
        public boolean changes() {
            return waiting.changes();
        }

        /** Where they are said otherwise. */
        public String edit() {
            return switch (waiting.draft().becomes()) {
                case Draft.Opening _, Draft.Answer _ -> waiting.path() + "/edit";
                case Draft.Edit edit -> edit.of().path() + "/edit";
                case Draft.Summary _ -> back.path() + "#summary";
            };
        }
    }

    /** All that something was before. */
    public record HistoryPage(Discussion discussion, Contribution of, List<Version> versions) {
        public String back() {
            return discussion.path() + "#" + Said.anchor(of);
        }
    }

    /**
     * One of them.
     *
     * @param html of the text: few elements, nothing that acts
     */
    public record Version(Words words, String html, Instant at) {}

    /**
     * What stands beside a discussion.
     *
     * @param original the same question, asked before
     * @param joined questions that ask this one again
     * @param summary of the advice on a case
     * @param seenBy clinicians who have read a case
     * @param rulings on what the reader wrote, for nobody else
     * @param waiting words of the reader's that nobody else sees
     * @param toLook what the reader said with pictures that they have still to look through
     * @param alias under which the reader wrote here, if they did
     * @param followed whether the reader follows it
     */
    public record Beside(
            Optional<Row> original,
            List<Row> joined,
            Optional<Polls.View> poll,
            Optional<Version> summary,
            List<Badge> seenBy,
            Map<ContributionId, ToldToAuthors.Ruling> rulings,
            List<ToldToAuthors.Waiting> waiting,
            List<ContributionId> toLook,
            Optional<String> alias,
            boolean followed) {
        public Optional<ToldToAuthors.Ruling> ruling(Said said) {
            return Optional.ofNullable(rulings.get(said.of().id()));
        }
    }

    /**
     * A page to look through the pictures of a case, before others see them.
     *
     * @param waits whether the words wait to be read, and the pictures will with them
     * @param back where the words are
     */
    public record LookPage(
            ContributionId of,
            boolean waits,
            Back back,
            List<ShownPicture> pictures,
            Map<String, String> typed,
            List<Problem> problems) {
        public List<String> checks() {
            return CasePictures.CHECKS;
        }

        public String path() {
            return of.path() + "/pictures";
        }
    }

    /** Questions like a sentence. */
    public record SimilarPage(String sentence, List<Row> rows) {}

    /**
     * Questions that wait for a health professional.
     *
     * @param speciality for whom, empty for all
     * @param forAnybody what is put to no speciality in particular, where one is chosen: below the
     *     last of its own
     */
    public record WaitingPage(
            String speciality, List<Row> rows, List<Row> forAnybody, String newer, String older) {
        public boolean isEmpty() {
            return rows.isEmpty() && forAnybody.isEmpty();
        }
    }
}
