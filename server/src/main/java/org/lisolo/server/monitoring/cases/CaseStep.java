package org.lisolo.server.monitoring.cases;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.PersonOrTeam;
import org.lisolo.server.people.TeamId;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to a case; the history is never changed.
 *
 * @param by who did it; nobody, if it happened by itself
 * @param person to whom it was given
 * @param team to which it was given
 * @param note the staff's own words
 */
public record CaseStep(
        Kind kind,
        Optional<AccountId> by,
        Instant at,
        Optional<AccountId> person,
        Optional<TeamId> team,
        Optional<Outcome> outcome,
        Optional<String> note) {

    /** The names are stored; they never change. */
    public enum Kind {
        OPENED,
        /** By a person, without an alert. */
        OPENED_BY_HAND,
        TAKEN,
        ASSIGNED,
        GIVEN_TO_TEAM,
        RELEASED,
        NOTED,
        CLOSED,
        REOPENED,
        /** The author or the network deleted a message that had raised an alert. */
        MESSAGE_DELETED,
        /** A message's content was erased for good; notes may still quote it. */
        CONTENT_ERASED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static CaseStep happened(Kind kind, Instant at) {
        return new CaseStep(
                kind,
                Optional.empty(),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static CaseStep done(Kind kind, AccountId by, Instant at) {
        CaseStep step = happened(kind, at);
        return new CaseStep(
                kind, Optional.of(by), at, step.person, step.team, step.outcome, step.note);
    }

    static CaseStep given(PersonOrTeam to, AccountId by, Instant at) {
        return switch (to) {
            case PersonOrTeam.Person(AccountId person) ->
                    new CaseStep(
                            Kind.ASSIGNED,
                            Optional.of(by),
                            at,
                            Optional.of(person),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            case PersonOrTeam.OfTeam(TeamId team) ->
                    new CaseStep(
                            Kind.GIVEN_TO_TEAM,
                            Optional.of(by),
                            at,
                            Optional.empty(),
                            Optional.of(team),
                            Optional.empty(),
                            Optional.empty());
        };
    }

    CaseStep ended(Outcome how) {
        return new CaseStep(kind, by, at, person, team, Optional.of(how), note);
    }

    /** Blank words are no note. */
    CaseStep noting(String words) {
        Optional<String> said = Optional.of(words.strip()).filter(w -> !w.isEmpty());
        return new CaseStep(kind, by, at, person, team, outcome, said);
    }
}
