package org.lisolo.server.people;

import static org.lisolo.server.people.Grants.to;
import static org.lisolo.server.people.Grants.toEveryRole;
import static org.lisolo.server.people.Role.ADMIN;
import static org.lisolo.server.people.Role.COMMUNICATOR;
import static org.lisolo.server.people.Role.COMPLIANCE;
import static org.lisolo.server.people.Role.EPIDEMIOLOGIST;
import static org.lisolo.server.people.Role.MODERATOR;
import static org.lisolo.server.people.Role.OPERATOR;
import static org.lisolo.server.people.Role.PROFESSIONAL;
import static org.lisolo.server.people.Role.READER;
import static org.lisolo.server.people.VisibilityClass.ORGANISATION;
import static org.lisolo.server.people.VisibilityClass.PUBLIC;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what: the one table of role, action and visibility class. Every route that is not for
 * everyone names one of these; the checks, the links shown and the page “who may do what” are made
 * from it. An action's words are {@code access.action.<NAME>} in the bundle {@code access}.
 */
public enum Action {
    SEE_TODAY(toEveryRole()),
    SEE_WHO_MAY_DO_WHAT(toEveryRole()),

    SEE_ALERTS(
            to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL, READER)
                    .seeing(PUBLIC, ORGANISATION)
                    .withSecondFactor()),
    EXPORT_ALERTS(
            to(ADMIN, COMPLIANCE, COMMUNICATOR)
                    .seeing(PUBLIC, ORGANISATION)
                    .withSecondFactor()
                    .withStepUp()
                    .forScripts()),
    SEE_CASES(
            to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL, READER)
                    .seeing(PUBLIC, ORGANISATION)
                    .withSecondFactor()),
    WORK_ON_CASES(
            to(ADMIN, COMPLIANCE, COMMUNICATOR).seeing(PUBLIC, ORGANISATION).withSecondFactor()),
    SEE_RULES(
            to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL, READER)
                    .seeing(PUBLIC, ORGANISATION)
                    .withSecondFactor()),
    WRITE_RULES(
            to(ADMIN, COMPLIANCE, COMMUNICATOR).seeing(PUBLIC, ORGANISATION).withSecondFactor()),

    SEARCH_ARCHIVE(
            to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL, READER)
                    .seeing(PUBLIC, ORGANISATION)
                    .and(to(MODERATOR, EPIDEMIOLOGIST).seeing(PUBLIC))
                    .withSecondFactor()),
    EXPORT_ARCHIVE(
            to(ADMIN, COMPLIANCE, COMMUNICATOR)
                    .seeing(PUBLIC, ORGANISATION)
                    .and(to(EPIDEMIOLOGIST).seeing(PUBLIC))
                    .withSecondFactor()
                    .withStepUp()
                    .forScripts()),
    ERASE_MESSAGES(to(COMPLIANCE).seeing(PUBLIC, ORGANISATION).withSecondFactor().withStepUp()),

    MARK_IDENTIFIERS(to(COMPLIANCE).seeing(PUBLIC, ORGANISATION).withSecondFactor()),
    EXPORT_MARKED_WORDS(
            to(COMPLIANCE).seeing(PUBLIC, ORGANISATION).withSecondFactor().withStepUp()),
    SEE_DATA_REQUESTS(to(COMPLIANCE).withSecondFactor()),
    ANSWER_DATA_REQUESTS(to(COMPLIANCE).withSecondFactor().withStepUp()),
    SEE_HOLDS(to(ADMIN, COMPLIANCE).withSecondFactor()),
    PLACE_HOLDS(to(COMPLIANCE).withSecondFactor().withStepUp()),

    SEE_TRAIL(to(ADMIN, COMPLIANCE).withSecondFactor()),
    EXPORT_TRAIL(to(ADMIN, COMPLIANCE).withSecondFactor().withStepUp()),

    SET_UP_CHANNELS(to(ADMIN).withSecondFactor()),
    MEND_INTAKE(to(ADMIN, COMPLIANCE).seeing(PUBLIC, ORGANISATION).withSecondFactor()),
    IMPORT_MESSAGES(to(ADMIN, COMPLIANCE).seeing(PUBLIC, ORGANISATION).withSecondFactor()),

    SEE_ENTRIES(toEveryRole()),
    KEEP_ENTRIES(to(ADMIN, COMMUNICATOR)),

    SEE_BACKUPS(to(ADMIN, COMPLIANCE).withSecondFactor()),
    BACK_UP(to(ADMIN).withSecondFactor()),

    SEE_LIBRARY(toEveryRole()),
    WRITE_PIECES(to(ADMIN, COMMUNICATOR, PROFESSIONAL).withSecondFactor()),
    SIGN_PIECES(to(PROFESSIONAL).withSecondFactor()),
    SEE_POSTS(to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL).withSecondFactor()),
    WRITE_POSTS(to(ADMIN, COMMUNICATOR, PROFESSIONAL).withSecondFactor()),
    APPROVE_POSTS(to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL).withSecondFactor()),
    OVERRULE_GATE(to(COMPLIANCE).withSecondFactor().withStepUp()),
    SET_APPROVAL(to(ADMIN, COMPLIANCE).withSecondFactor()),
    PAUSE_POSTS(to(ADMIN, COMPLIANCE, COMMUNICATOR).withSecondFactor()),
    MEND_OUTBOX(to(ADMIN, COMPLIANCE, COMMUNICATOR).withSecondFactor()),

    SEE_RELEASES(to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL).withSecondFactor()),
    ASK_RELEASES(to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL).withSecondFactor()),
    EXPORT_RELEASES(to(ADMIN, COMPLIANCE).withSecondFactor().withStepUp()),

    SEE_CONVERSATIONS(
            to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL, READER)
                    .seeing(PUBLIC, ORGANISATION)
                    .and(to(MODERATOR).seeing(PUBLIC))
                    .withSecondFactor()),
    ANSWER_CONVERSATIONS(
            to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL)
                    .seeing(PUBLIC, ORGANISATION)
                    .and(to(MODERATOR).seeing(PUBLIC))
                    .withSecondFactor()),
    EXPORT_CONVERSATIONS(
            to(ADMIN, COMPLIANCE, COMMUNICATOR)
                    .seeing(PUBLIC, ORGANISATION)
                    .withSecondFactor()
                    .withStepUp()
                    .forScripts()),
    SET_CONVERSATIONS(to(ADMIN, COMPLIANCE).withSecondFactor()),
    SEE_CAMPAIGNS(to(ADMIN, COMPLIANCE, COMMUNICATOR, PROFESSIONAL).withSecondFactor()),
    WRITE_CAMPAIGNS(to(ADMIN, COMMUNICATOR).withSecondFactor()),
    EXPORT_CAMPAIGNS(
            to(ADMIN, COMPLIANCE, COMMUNICATOR).withSecondFactor().withStepUp().forScripts()),

    /** Two people together, of whom each has shown who they are. */
    OPEN_ALIASES(to(COMPLIANCE, MODERATOR, OPERATOR).withSecondFactor().withStepUp()),
    KEEP_SPACES(to(ADMIN, COMMUNICATOR, MODERATOR, OPERATOR).withSecondFactor()),
    SETTLE_DIRECT_REPORTS(to(OPERATOR).withSecondFactor()),

    REVIEW_VERIFICATIONS(to(ADMIN, COMPLIANCE).withSecondFactor()),
    SEE_PEOPLE(to(ADMIN).withSecondFactor()),
    INVITE_PEOPLE(to(ADMIN).withSecondFactor().withStepUp()),
    CHANGE_ROLES(to(ADMIN).withSecondFactor().withStepUp()),
    MAKE_TOKENS(
            to(ADMIN, COMPLIANCE, COMMUNICATOR, EPIDEMIOLOGIST).withSecondFactor().withStepUp()),
    END_SESSIONS(to(ADMIN).withSecondFactor()),
    RESET_SECOND_FACTOR(to(ADMIN).withSecondFactor().withStepUp()),
    END_ACCESS(to(ADMIN).withSecondFactor()),
    KEEP_TEAMS(to(ADMIN).withSecondFactor()),
    SEE_PLATFORM(to(OPERATOR).withSecondFactor()),
    RUN_PLATFORM(to(OPERATOR).withSecondFactor().withStepUp());

    private static final Set<Role> WITH_SECOND_FACTOR =
            Arrays.stream(Role.values())
                    .filter(
                            role ->
                                    Arrays.stream(values())
                                            .filter(Action::needsSecondFactor)
                                            .anyMatch(action -> action.isOpenTo(Set.of(role))))
                    .collect(Collectors.toUnmodifiableSet());

    @SuppressWarnings("ImmutableEnumChecker") // its map and sets are copies that nothing alters
    private final Grants grants;

    Action(Grants grants) {
        this.grants = grants;
    }

    /** Whether someone with these roles may do it. */
    public boolean isOpenTo(Collection<Role> roles) {
        return grants.areFor(roles);
    }

    /** The classes of texts that it shows to someone with these roles; of their organisation. */
    public Set<VisibilityClass> shows(Collection<Role> roles) {
        return grants.seenBy(roles);
    }

    /** Whether something that one of these roles may do needs a second factor. */
    public static boolean needsSecondFactor(Collection<Role> roles) {
        return roles.stream().anyMatch(WITH_SECOND_FACTOR::contains);
    }

    /** Whether a password alone is not enough for it. */
    public boolean needsSecondFactor() {
        return grants.secondFactor();
    }

    /** Whether whoever does it must have shown again, lately, who they are. */
    public boolean needsStepUp() {
        return grants.stepUp();
    }

    /** Whether a script may do it with a token of somebody who may. */
    public boolean isForScripts() {
        return grants.scripts();
    }
}
