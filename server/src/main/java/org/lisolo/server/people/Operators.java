package org.lisolo.server.people;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Those above the organisations: they take organisations in, say which may verify professionals,
 * and name each other. What is within an organisation is not theirs. Thread-safe.
 */
@Service
public class Operators {
    /** How long the letter to a first administrator holds. */
    public static final Duration INVITED_FOR = Duration.ofDays(7);

    private final OperatorStore store;
    private final AccountStore accounts;
    private final Organisations organisations;
    private final Invitations invitations;
    private final Letters letters;
    private final AuditTrail trail;
    private final SiteAddress site;
    private final List<PlannedTimes> planned;
    private final Clock clock;

    Operators(
            OperatorStore store,
            AccountStore accounts,
            Organisations organisations,
            Invitations invitations,
            Letters letters,
            AuditTrail trail,
            SiteAddress site,
            List<PlannedTimes> planned,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.organisations = organisations;
        this.invitations = invitations;
        this.letters = letters;
        this.trail = trail;
        this.site = site;
        this.planned = List.copyOf(planned);
        this.clock = clock;
    }

    /** In the order in which they became it. */
    public List<Colleague> all() {
        List<Colleague> named = accounts.named(store.all());
        return store.all().stream()
                .flatMap(id -> named.stream().filter(one -> one.account().equals(id)))
                .toList();
    }

    /**
     * Names another: somebody who works for an organisation and has an account.
     *
     * @throws Problem if there is nobody of that address
     */
    @Transactional
    public Colleague name(String email) {
        AccountId account =
                accounts.credentials(EmailAddress.of(email))
                        .map(AccountStore.Credentials::account)
                        .filter(one -> accounts.staff(one, Optional.empty()).isPresent())
                        .orElseThrow(
                                () -> Problem.invalid("people.operator.unknown").atField("email"));
        return name(account);
    }

    /** Names again somebody who was removed a moment ago. */
    @Transactional
    public Colleague name(AccountId account) {
        if (accounts.staff(account, Optional.empty()).isEmpty()) {
            throw Problem.notFound("people.operator.gone");
        }
        add(account);
        return accounts.named(List.of(account)).getFirst();
    }

    /**
     * Takes it from somebody else; they stay in their organisations.
     *
     * @throws Problem if it is oneself, so that somebody is always left
     */
    @Transactional
    public Colleague remove(SignedIn by, AccountId account) {
        store.lock();
        List<AccountId> all = store.all();
        if (!all.contains(account)) {
            throw Problem.notFound("people.operator.gone");
        }
        if (account.equals(by.account()) || !all.contains(by.account())) {
            throw Problem.conflict("people.operator.self");
        }
        store.remove(account);
        tell("OPERATOR_REMOVED", "people", account);
        return accounts.named(List.of(account)).getFirst();
    }

    /**
     * For the holder of the link that whoever runs the server had printed.
     *
     * @return them, as they are from now on
     */
    @Transactional
    SignedIn become(String token, SignedIn who) {
        if (who.isMember()) {
            throw Problem.forbidden("people.operator.staff");
        }
        invitations.takeForOperator(token);
        add(who.account());
        return accounts.signedIn(who.account(), Optional.of(who.organisation())).orElseThrow();
    }

    private void add(AccountId account) {
        store.lock();
        store.add(account, clock.instant());
        tell("OPERATOR_NAMED", "people", account);
    }

    /**
     * Takes an organisation in and invites its first administrator.
     *
     * @param by in whose language the letter is
     */
    @Transactional
    public Invited takeIn(SignedIn by, NewOrganisation wanted) {
        OrganisationId id = organisations.create(wanted.name(), wanted.kind(), wanted.zone());
        tell("ORGANISATION_MADE", "organisations", id);
        return invite(by, id, wanted.administrator(), wanted.email());
    }

    /** Another first administrator, where there is none. */
    @Transactional
    public Invited invite(SignedIn by, OrganisationId id, String administrator, String email) {
        Organisation organisation = organisations.one(id);
        if (organisation.administered()) {
            throw Problem.conflict("people.platform.administered");
        }
        EmailAddress to = EmailAddress.of(email);
        tell("ADMINISTRATOR_INVITED", "organisations", id);
        String token =
                invitations.invite(id, email, administrator, Set.of(Role.ADMIN), INVITED_FOR);
        String link = site.of("/welcome?link=" + token);
        boolean leaves = letters.reaches(to);
        if (leaves) {
            letters.send(
                    new Letter(
                            to,
                            accounts.own(by.account()).language(),
                            "people.letter.administrator",
                            List.of(organisation.name(), link, INVITED_FOR.toDays()),
                            INVITED_FOR));
        }
        return new Invited(id, organisation.name(), leaves ? "" : link);
    }

    /**
     * What became of an invitation.
     *
     * @param link to be handed over, where no letter can leave; empty else
     */
    public record Invited(OrganisationId organisation, String name, String link) {}

    /**
     * Changes what an organisation is called and is. Where its zone changes, what it has planned
     * stays at its moment, at another hour of the clock.
     *
     * @param keepsHours whether it is to keep the hour of the clock instead
     * @return how much planned keeps its hour
     */
    @Transactional
    public int change(
            OrganisationId id,
            String name,
            OrganisationKind kind,
            ZoneId zone,
            boolean keepsHours) {
        ZoneId before = organisations.one(id).zone();
        organisations.change(id, name, kind, zone);
        tell("ORGANISATION_CHANGED", "organisations", id);
        return !keepsHours || before.equals(zone)
                ? 0
                : planned.stream().mapToInt(one -> one.keepHours(id, before, zone)).sum();
    }

    /** How much an organisation has planned that is still to come. */
    public int coming(OrganisationId id) {
        return planned.stream().mapToInt(one -> one.coming(id)).sum();
    }

    /** Says whether professionals may ask an organisation to verify them. */
    @Transactional
    public Organisation nameVerifier(OrganisationId id, boolean verifies) {
        organisations.one(id);
        organisations.nameVerifier(id, verifies);
        tell(verifies ? "VERIFIER_NAMED" : "VERIFIER_REMOVED", "organisations", id);
        return organisations.one(id);
    }

    private void tell(String action, String kind, Object id) {
        trail.write(trail.change(action, OrganisationId.NONE.value()).about(kind, id));
    }
}
