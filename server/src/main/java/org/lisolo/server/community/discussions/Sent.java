package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Poll;
import org.lisolo.server.community.contributions.SentPicture;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.discussions.DiscussionPages.Asking;
import org.lisolo.server.platform.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a form brings; what is missing is empty. */
record Sent(
        @Nullable UUID id,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable String warning,
        @Nullable String speciality,
        @Nullable String choices,
        @Nullable Integer days,
        @Nullable String told,
        @Nullable String look) {
    ContributionId contribution() {
        if (id == null) {
            throw Problem.invalid("discussions.problem.form");
        }
        return new ContributionId(id);
    }

    Words words() {
        return new Words(orEmpty(title), orEmpty(text), orEmpty(language), orEmpty(warning));
    }

    /** All that is wrong with what would open a discussion, in the order of the form. */
    List<Problem> wrong(Kind kind, List<SentPicture> pictures) {
        List<Problem> wrong = wrong(true, kind, pictures);
        if (kind == Kind.TALK) {
            wrong.addAll(Poll.wrong(orEmpty(choices)));
        }
        return wrong;
    }

    /** The same of what would answer in a discussion of this kind. */
    List<Problem> wrongAnswer(Kind kind, List<SentPicture> pictures) {
        return wrong(false, kind, pictures);
    }

    /** Those of cases are put into words later. */
    private List<Problem> wrong(boolean opens, Kind kind, List<SentPicture> pictures) {
        List<Problem> wrong = new ArrayList<>(words().wrong(opens));
        wrong.addAll(SentPicture.wrong(pictures, kind != Kind.CASE));
        return wrong;
    }

    private static String orEmpty(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /** What was typed beside the words. */
    Asking asking() {
        return new Asking(
                orEmpty(speciality),
                orEmpty(choices),
                days == null ? Asking.NOTHING.days() : days,
                Optional.empty(),
                false,
                told != null);
    }

    /** Whether they want to see questions like theirs before they go on. */
    boolean looks() {
        return look != null;
    }
}
