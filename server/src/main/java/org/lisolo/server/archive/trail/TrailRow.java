package org.lisolo.server.archive.trail;

import org.lisolo.server.evidence.AuditRecord;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One record, as a page shows it.
 *
 * @param who the name of whoever did it; empty where the server did, or their account is gone
 * @param whom the name of whose account it is about; empty if it is about none, or that is gone
 */
public record TrailRow(AuditRecord record, String who, String whom) {
    private static final Set<String> IN_THE_TABLE =
            Arrays.stream(Action.values()).map(Action::name).collect(Collectors.toSet());

    /** What is told by a record in the place of the request's own. */
    static final List<String> STEPS =
            List.of(
                    "CASE_OPENED",
                    "CASE_TAKEN",
                    "CASE_ASSIGNED",
                    "CASE_RELEASED",
                    "CASE_NOTED",
                    "CASE_CLOSED",
                    "CASE_REOPENED",
                    "RULE_CHANGED",
                    "TEAM_MADE",
                    "TEAM_RENAMED",
                    "TEAM_JOINED",
                    "TEAM_LEFT",
                    "TEAM_DISSOLVED",
                    "ORGANISATION_MADE",
                    "ORGANISATION_CHANGED",
                    "ADMINISTRATOR_INVITED",
                    "VERIFIER_NAMED",
                    "VERIFIER_REMOVED",
                    "OPERATOR_NAMED",
                    "OPERATOR_REMOVED",
                    "ORDER_CHANGED",
                    "RELEASE_READ",
                    "RELEASE_SIGNED",
                    "RELEASE_REFUSED",
                    "RELEASE_WITHDRAWN",
                    "RELEASE_ENDED");

    /** What belongs to signing in; each has a sentence of its own. */
    static final List<String> SIGN_INS =
            List.of(
                    "SIGNED_IN",
                    "SIGNED_OUT",
                    "SESSION_ENDED",
                    "SESSION_EXPIRED",
                    "SIGN_IN_REFUSED",
                    "SECOND_FACTOR_REFUSED",
                    "SECOND_FACTOR_ADDED",
                    "SECOND_FACTOR_REMOVED",
                    "RECOVERY_CODES_RENEWED",
                    "RECOVERY_CODE_USED",
                    "PASSKEY_ADDED",
                    "PASSKEY_REMOVED",
                    "TOKEN_MADE",
                    "TOKEN_REVOKED",
                    "PASSWORD_CHANGED",
                    "PASSWORD_RESET_ASKED",
                    "PASSWORD_RESET");

    /** Everything that the trail can be searched for, the table's in its order. */
    static List<String> actions() {
        List<String> actions = new ArrayList<>();
        Stream.of(Action.values()).map(Action::name).forEach(actions::add);
        actions.addAll(STEPS);
        actions.addAll(SIGN_INS);
        actions.add("MORE_REFUSED");
        return actions;
    }

    static List<TrailRow> of(List<AuditRecord> records, Accounts accounts) {
        Set<AccountId> people = new HashSet<>();
        records.forEach(
                record ->
                        Stream.concat(record.actor().stream(), subject(record).stream())
                                .map(AccountId::new)
                                .forEach(people::add));
        Map<AccountId, String> names = accounts.names(people);
        return records.stream()
                .map(
                        record ->
                                new TrailRow(
                                        record,
                                        name(record.actor(), names),
                                        name(subject(record), names)))
                .toList();
    }

    private static String name(Optional<UUID> account, Map<AccountId, String> names) {
        return account.map(one -> names.get(new AccountId(one))).orElse("");
    }

    private static Optional<UUID> subject(AuditRecord record) {
        return record.things().stream()
                .filter(thing -> thing.startsWith("people:"))
                .flatMap(thing -> TrailForm.id(thing.substring("people:".length())).stream())
                .findFirst();
    }

    /** The key of the words for an action. */
    public static String key(String action) {
        return IN_THE_TABLE.contains(action) ? "access.action." + action : "trail.action." + action;
    }

    /** Whether its sentence names the account and not the action. */
    public boolean isSignIn() {
        return SIGN_INS.contains(record.action());
    }

    /** Whether somebody else did it than whose account it is about. */
    public boolean isBySomebodyElse() {
        return record.actor().isPresent()
                && !record.things().contains("people:" + record.actor().get());
    }

    public String path() {
        return "/work/trail/" + record.id();
    }

    public List<TrailThing> things() {
        return record.things().stream().map(TrailThing::of).toList();
    }
}
