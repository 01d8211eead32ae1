package org.lisolo.server.people;

import static java.util.stream.Collectors.toMap;

import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.text.Collator;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has an account, where, and with which roles. Thread-safe. */
@Service
public class Accounts {
    private final AccountStore store;
    private final OperatorStore operators;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors secondFactors;
    private final SignInTrail trail;
    private final Ids ids;
    private final Clock clock;

    Accounts(
            AccountStore store,
            OperatorStore operators,
            Passwords passwords,
            Sessions sessions,
            SecondFactors secondFactors,
            SignInTrail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.operators = operators;
        this.passwords = passwords;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return store.isEmpty();
    }

    /**
     * Makes an account with a membership.
     *
     * @throws Problem if a field is missing, the password is weak, or the e-mail address has an
     *     account already
     */
    @Transactional
    public AccountId create(NewAccount wanted) {
        EmailAddress email = EmailAddress.of(wanted.email());
        String name = name(wanted.name());
        Set<Role> roles = EnumSet.copyOf(someRole(wanted.roles()));
        boolean operates = roles.remove(Role.OPERATOR);
        Passwords.check(wanted.password(), email);
        var account = new AccountId(ids.next());
        String password = passwords.keep(wanted.password());
        if (!store.add(account, email, name, password, clock.instant())) {
            throw Problem.conflict("people.email.taken").atField("email");
        }
        store.join(account, wanted.organisation(), rolesThere(roles), clock.instant());
        if (operates) {
            operators.add(account, clock.instant());
        }
        wanted.secondFactor()
                .ifPresent(
                        given ->
                                secondFactors.give(account, given.secret(), given.recoveryCodes()));
        return account;
    }

    /**
     * As {@link #create}, for someone whom an administrator invited. Whoever has an account already
     * gets this password and these roles, which is how a forgotten password is mended; but no
     * administrator reaches into an account that another organisation counts on.
     */
    @Transactional
    AccountId join(NewAccount wanted) {
        EmailAddress email = EmailAddress.of(wanted.email());
        Optional<AccountStore.Credentials> known = store.credentials(email);
        if (known.isEmpty()) {
            return create(wanted);
        }
        AccountId account = known.get().account();
        if (store.isMemberElsewhere(account, wanted.organisation())) {
            throw Problem.conflict("people.email.taken").atField("email");
        }
        Passwords.check(wanted.password(), email);
        store.changePassword(account, passwords.keep(wanted.password()));
        store.join(account, wanted.organisation(), rolesThere(wanted.roles()), clock.instant());
        sessions.end(account);
        return account;
    }

    /** Someone who has an account, now in one organisation more; a member gets a name with it. */
    @Transactional
    void joinToo(AccountId account, OrganisationId organisation, String name, Set<Role> roles) {
        store.nameIfNameless(account, name(name));
        store.join(account, organisation, rolesThere(roles), clock.instant());
    }

    /** As they stand now, in the organisation they act for; empty once their access has ended. */
    public Optional<SignedIn> current(SignedIn who) {
        return store.signedIn(who.account(), Optional.of(who.organisation()));
    }

    /** In this organisation, or with {@link OrganisationId#NONE} as a member of the public. */
    public Optional<SignedIn> in(AccountId account, OrganisationId organisation) {
        return store.signedIn(account, Optional.of(organisation));
    }

    /** In the organisation they joined first, else as a member of the public. */
    public Optional<SignedIn> signedIn(AccountId account) {
        return store.signedIn(account, Optional.empty());
    }

    /** The people of an organisation, by name. */
    public List<Colleague> colleagues(OrganisationId organisation) {
        return members(organisation).stream()
                .map(member -> new Colleague(member.account(), member.name(), member.roles()))
                .toList();
    }

    /** What these people are called; who is not known is not in the answer. */
    public Map<AccountId, String> names(Collection<AccountId> accounts) {
        return store.named(Set.copyOf(accounts)).stream()
                .collect(toMap(Colleague::account, Colleague::name));
    }

    /** What others know these people by: the pseudonym of whoever has one, else the name. */
    public Map<AccountId, String> publicNames(Collection<AccountId> accounts) {
        return store.publicNames(Set.copyOf(accounts)).stream()
                .collect(toMap(Colleague::account, Colleague::name));
    }

    /**
     * What others know these people by who have one name alone; whoever has a pseudonym and works
     * for an organisation is not in the answer.
     */
    public Map<AccountId, String> oneNames(Collection<AccountId> accounts) {
        return store.namedOnce(Set.copyOf(accounts)).stream()
                .collect(toMap(Colleague::account, Colleague::name));
    }

    /** One's own address, or for whoever may know it. */
    String email(AccountId account) {
        return store.email(account).value();
    }

    List<AccountStore.Member> members(OrganisationId organisation) {
        Comparator<Object> alphabet = Collator.getInstance(Locale.FRENCH);
        return store.members(organisation).stream()
                .sorted((one, other) -> alphabet.compare(one.name(), other.name()))
                .toList();
    }

    /** Takes effect at their next click. */
    @Transactional
    void changeRoles(AccountId account, OrganisationId organisation, Set<Role> roles) {
        rolesThere(roles);
        store.lock(organisation);
        if (!store.changeRoles(account, organisation, roles)) {
            throw Problem.notFound("people.colleague.unknown");
        }
        keepAnAdministrator(organisation);
    }

    /**
     * Ends it at once: whatever page they have open asks for a sign-in that they no longer have.
     */
    @Transactional
    void endAccess(AccountId account, OrganisationId organisation) {
        store.lock(organisation);
        if (!store.leave(account, organisation)) {
            throw Problem.notFound("people.colleague.unknown");
        }
        keepAnAdministrator(organisation);
        keepAnOperator(account);
        // who is somewhere else too stays there: the next request here is refused all the same
        if (!store.isMemberElsewhere(account, organisation)) {
            sessions.end(account);
        }
    }

    void endSessions(AccountId account) {
        sessions.end(account);
    }

    /**
     * They sign in with the password alone and set up another; but no administrator reaches into an
     * account that another organisation counts on.
     */
    @Transactional
    void resetSecondFactor(AccountId account, OrganisationId organisation) {
        if (store.isMemberElsewhere(account, organisation)) {
            throw Problem.conflict("people.factor.elsewhere");
        }
        secondFactors.remove(account);
    }

    /** The sessions on other devices end, as the old password may be why it was changed. */
    @Transactional
    void changePassword(SignedIn who, String old, String wanted, String currentSession) {
        String kept = store.password(who.account()).orElse(Passwords.OF_NOBODY);
        if (!passwords.matches(old, kept)) {
            throw Problem.invalid("people.password.wrong").atField("old");
        }
        Passwords.check(wanted, store.email(who.account()));
        store.changePassword(who.account(), passwords.keep(wanted));
        sessions.endOthers(who.account(), currentSession);
        trail.changed("PASSWORD_CHANGED", who.account());
    }

    /**
     * The first password of someone who had none.
     *
     * @throws Problem if they have one, or this one is weak
     */
    @Transactional
    public void choosePassword(SignedIn who, String wanted) {
        if (store.password(who.account()).isPresent()) {
            throw Problem.forbidden("web.error.forbidden");
        }
        Passwords.check(wanted, store.email(who.account()));
        store.changePassword(who.account(), passwords.keep(wanted));
        trail.changed("PASSWORD_CHANGED", who.account());
    }

    /** Who works for no organisation any more is no operator, but for the last one. */
    private void keepAnOperator(AccountId account) {
        operators.lock();
        List<AccountId> all = operators.all();
        if (!all.contains(account) || store.staff(account, Optional.empty()).isPresent()) {
            return;
        }
        if (all.size() == 1) {
            throw Problem.conflict("people.operator.leaves");
        }
        operators.remove(account);
    }

    private void keepAnAdministrator(OrganisationId organisation) {
        boolean remains =
                store.members(organisation).stream()
                        .anyMatch(member -> member.roles().contains(Role.ADMIN));
        if (!remains) {
            throw Problem.conflict("people.administrator.last").atField("roles");
        }
    }

    static String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > 200) {
            throw Problem.invalid("people.name.missing").atField("name");
        }
        return name;
    }

    /** No organisation makes an operator. */
    static Set<Role> rolesThere(Set<Role> roles) {
        if (roles.contains(Role.OPERATOR)) {
            throw Problem.forbidden("web.error.forbidden");
        }
        return someRole(roles);
    }

    private static Set<Role> someRole(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Problem.invalid("people.roles.missing").atField("roles");
        }
        return roles;
    }
}
