package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Query;
import org.lisolo.screening.QueryError;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Signals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An organisation's rules. Who reads them may be anyone of its staff; who changes them works on
 * cases or answers for them. Each change is a version that stays.
 */
@Service
@Transactional
public class Rules {
    /** Heard by every node when the rules of some organisation have changed. */
    public static final String CHANGED = "lisolo_rules";

    static final int LONGEST_NAME = 80;

    /** More than anybody could follow up; screening itself takes many more. */
    static final int MOST_RULES = 5_000;

    private final RuleStore store;
    private final Signals signals;
    private final Ids ids;
    private final Clock clock;

    Rules(RuleStore store, Signals signals, Ids ids, Clock clock) {
        this.store = store;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
    }

    /** All but the deleted, by name. */
    @Transactional(readOnly = true)
    public List<Rule> all(SignedIn who) {
        return store.standing(who.organisation());
    }

    /** Also deleted ones, for alerts of theirs stay. */
    @Transactional(readOnly = true)
    public Map<RuleId, Rule> find(OrganisationId organisation, Collection<RuleId> ids) {
        return ids.isEmpty() ? Map.of() : store.find(organisation, ids);
    }

    /** Every version of a rule, the newest first. */
    @Transactional(readOnly = true)
    public List<Rule> versions(SignedIn who, RuleId id) {
        List<Rule> versions = store.versions(who.organisation(), id);
        if (versions.isEmpty()) {
            throw Problem.notFound("monitoring.rule.unknown");
        }
        return versions;
    }

    public Rule add(SignedIn who, RuleTerms terms) {
        return addAll(who, List.of(terms)).getFirst();
    }

    /** Adds a rule that raises no alerts yet: it is tried on the past, and finds what comes in. */
    public Rule addPaused(SignedIn who, RuleTerms terms) {
        return add(who, List.of(terms), RuleState.OFF).getFirst();
    }

    /** Adds many at once: the way in for a prepared list of rules. */
    public List<Rule> addAll(SignedIn who, List<RuleTerms> terms) {
        return add(who, terms, RuleState.ON);
    }

    private List<Rule> add(SignedIn who, List<RuleTerms> terms, RuleState state) {
        mayChange(who);
        terms.forEach(Rules::check);
        if (store.standing(who.organisation()).size() + terms.size() > MOST_RULES) {
            throw Problem.invalid("monitoring.rule.toomany", MOST_RULES);
        }
        List<Rule> rules = terms.stream().map(t -> first(who, t, state)).toList();
        store.add(rules);
        signals.send(CHANGED, who.organisation().toString());
        return rules;
    }

    /**
     * Puts new terms in place of those that the editor saw.
     *
     * @param version the one that its editor saw
     */
    public Rule change(SignedIn who, RuleId id, int version, RuleTerms terms) {
        check(terms);
        Rule standing = standing(who, id);
        if (standing.state() == RuleState.DELETED) {
            throw Problem.conflict("monitoring.rule.deleted");
        }
        return put(who, standing, version, standing.state(), terms);
    }

    /**
     * Puts the terms of an earlier version in place again, as a version of its own.
     *
     * @param version that of which the terms are taken
     */
    public Rule restore(SignedIn who, RuleId id, int version) {
        mayChange(who);
        List<Rule> versions = versions(who, id);
        Rule standing = versions.getFirst();
        if (standing.state() == RuleState.DELETED) {
            throw Problem.conflict("monitoring.rule.deleted");
        }
        RuleTerms terms =
                versions.stream()
                        .filter(rule -> rule.version() == version)
                        .map(Rule::terms)
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("monitoring.rule.unknown"));
        return terms.equals(standing.terms())
                ? standing
                : put(who, standing, standing.version(), standing.state(), terms);
    }

    /** The version that stands; a problem if the rule is not the organisation's. */
    @Transactional(readOnly = true)
    public Rule standing(OrganisationId organisation, RuleId id) {
        Rule rule = store.find(organisation, List.of(id)).get(id);
        if (rule == null) {
            throw Problem.notFound("monitoring.rule.unknown");
        }
        return rule;
    }

    /** Switches on or off, deletes or brings back. What stands so already stays as it is. */
    public Rule turn(SignedIn who, RuleId id, RuleState state) {
        Rule standing = standing(who, id);
        return standing.state() == state
                ? standing
                : put(who, standing, standing.version(), state, standing.terms());
    }

    public static boolean mayEdit(SignedIn who) {
        return who.may(Action.WRITE_RULES);
    }

    private Rule standing(SignedIn who, RuleId id) {
        mayChange(who);
        return standing(who.organisation(), id);
    }

    private Rule put(SignedIn who, Rule standing, int seen, RuleState state, RuleTerms terms) {
        Rule next = standing.then(state, terms, who.account(), clock.instant());
        if (standing.version() != seen || !store.replace(next)) {
            throw Problem.conflict("monitoring.rule.changed");
        }
        signals.send(CHANGED, who.organisation().toString());
        return next;
    }

    private Rule first(SignedIn who, RuleTerms terms, RuleState state) {
        return new Rule(
                new RuleId(ids.next()),
                who.organisation(),
                1,
                state,
                terms,
                1,
                who.account(),
                clock.instant());
    }

    static void mayChange(SignedIn who) {
        if (!mayEdit(who)) {
            throw Problem.forbidden("monitoring.rule.forbidden");
        }
    }

    private static void check(RuleTerms terms) {
        if (terms.name().isBlank() || terms.name().length() > LONGEST_NAME) {
            throw Problem.invalid("monitoring.rule.name.missing", LONGEST_NAME).atField("name");
        }
        if (Query.parse(terms.query()) instanceof QueryError) {
            throw Problem.invalid("monitoring.rule.query.wrong").atField("query");
        }
    }
}
