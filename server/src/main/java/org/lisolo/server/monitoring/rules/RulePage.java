package org.lisolo.server.monitoring.rules;

import org.lisolo.server.monitoring.past.PastPage;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.Team;
import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule to write or change.
 *
 * @param standing the version that stands; nothing for a new rule
 * @param channels by id
 * @param colleagues whom it can tell
 * @param teams which it can tell, by name
 * @param past what it found; nothing for a new or deleted rule
 * @param history the newest first
 */
public record RulePage(
        RuleForm form,
        Optional<Rule> standing,
        Map<String, String> channels,
        List<Colleague> colleagues,
        List<Team> teams,
        PreviewPage preview,
        Optional<PastPage> past,
        List<Version> history,
        boolean mayEdit,
        List<Problem> problems) {

    /**
     * A version in the history.
     *
     * @param changes keys of what differs from the version before
     */
    public record Version(Rule rule, String by, List<String> changes) {}

    public String action() {
        return form.rule().isEmpty() ? "/work/rules" : "/work/rules/" + form.rule();
    }

    public boolean isNew() {
        return form.rule().isEmpty();
    }

    /** Whether the terms of a version can be put in place again. */
    public boolean mayRestore(Version version) {
        return mayEdit
                && standing.filter(rule -> rule.state() != RuleState.DELETED).isPresent()
                && !version.rule().terms().equals(standing.get().terms());
    }
}
