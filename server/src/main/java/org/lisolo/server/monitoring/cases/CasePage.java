package org.lisolo.server.monitoring.cases;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Identified;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.rules.RuleLink;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.Team;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One case, with everything to decide on.
 *
 * @param conversation its messages, as far as they are shown
 * @param leftOut how many more there are
 * @param team the name of the team that it was given to
 * @param colleagues to whom it can be given
 * @param teams to which it can be given
 * @param typed what was written and could not be kept
 * @param interruption why a step was not taken
 */
public record CasePage(
        Case file,
        List<String> rules,
        String channel,
        String assignee,
        String team,
        boolean mine,
        List<Said> conversation,
        int leftOut,
        List<Step> history,
        List<Case> others,
        List<Colleague> colleagues,
        List<Team> teams,
        boolean mayWork,
        Typed typed,
        Optional<Interruption> interruption,
        List<Problem> problems,
        Instant asOf) {
    public CasePage {
        conversation = List.copyOf(conversation);
        history = List.copyOf(history);
    }

    /** What somebody wrote into the page's forms. */
    public record Typed(String note, String outcome, String closingNote) {
        public static final Typed NOTHING = new Typed("", "", "");
    }

    /**
     * Somebody was quicker, or something came in between.
     *
     * @param key of the sentence
     * @param what goes into it: a name or a number
     * @param at when it happened
     */
    public record Interruption(String key, Object what, Instant at) {}

    /**
     * A message of the conversation.
     *
     * @param depth how far below the conversation's first message, at most 4
     * @param text the standing version; empty when the content was erased
     * @param identified what in that version points at a person
     * @param alerted whether a rule caught a version of it
     * @param rules that caught a version of it
     * @param caughtBefore the version that was caught, where a later one stands now
     */
    public record Said(
            MessageId id,
            int depth,
            String author,
            Instant at,
            Optional<Excerpt> text,
            Optional<Identified> identified,
            boolean alerted,
            List<RuleLink> rules,
            boolean edited,
            Optional<Excerpt> caughtBefore,
            Optional<Instant> deleted,
            List<Attachment> attachments) {}

    /**
     * A line of the history.
     *
     * @param to the name of whom it was given to; empty where it is not known any more
     * @param badge of whoever wrote a note, where they are a verified professional
     */
    public record Step(CaseStep step, String by, String to, Optional<Badge> badge) {}

    public String path() {
        return "/work/cases/" + file.id();
    }

    public boolean has(CaseStep.Kind kind) {
        return history.stream().anyMatch(step -> step.step().kind() == kind);
    }
}
