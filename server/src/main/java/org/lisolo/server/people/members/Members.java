package org.lisolo.server.people.members;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Contact;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.PhoneNumber;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Members of the public, from the wish to join to a change of address. Thread-safe. */
@Service
class Members {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final MemberStore store;
    private final Codes codes;
    private final Letters letters;
    private final Accounts accounts;
    private final Ids ids;
    private final Clock clock;

    Members(
            MemberStore store,
            Codes codes,
            Letters letters,
            Accounts accounts,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.codes = codes;
        this.letters = letters;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Sends a code to who wants to join; to an address that has an account already goes a letter
     * that says so, and who asked sees no difference.
     *
     * @return the ticket to show with the code
     */
    @Transactional
    UUID askToJoin(String pseudonym, String contact, String language, String address) {
        Pseudonym wanted = free(pseudonym, Optional.empty());
        Contact to = Contact.of(contact);
        boolean known = store.known(to).isPresent();
        var pending =
                new Pending(
                        Pending.Purpose.SIGN_UP,
                        to,
                        Optional.empty(),
                        wanted.shown(),
                        language(language));
        return codes.ask(
                pending,
                address,
                known ? Optional.empty() : Optional.of("people.letter.signUp"),
                known ? Optional.of("people.letter.known") : Optional.empty());
    }

    /** Sends a code to sign in with, where that is of use; the answer is the same for all. */
    @Transactional
    UUID askToSignIn(String contact, String language, String address) {
        Contact to = Contact.of(contact);
        Optional<MemberStore.Known> known = store.known(to);
        boolean staff = known.filter(MemberStore.Known::staff).isPresent();
        var pending =
                new Pending(Pending.Purpose.SIGN_IN, to, Optional.empty(), "", language(language));
        return codes.ask(
                pending,
                address,
                known.isPresent() && !staff
                        ? Optional.of("people.letter.signIn")
                        : Optional.empty(),
                staff ? Optional.of("people.letter.staff") : Optional.empty());
    }

    /** Sends a code to a new address or number of a member. */
    @Transactional
    UUID askToChange(SignedIn who, String contact, String address) {
        Contact to = Contact.of(contact);
        boolean known = store.known(to).isPresent();
        var pending =
                new Pending(
                        Pending.Purpose.CHANGE,
                        to,
                        Optional.of(who.account()),
                        "",
                        store.own(who.account()).language());
        return codes.ask(
                pending,
                address,
                known ? Optional.empty() : Optional.of("people.letter.change"),
                known ? Optional.of("people.letter.known") : Optional.empty());
    }

    /** What a right code leads to. */
    sealed interface Shown {
        record Joined(SignedIn who) implements Shown {}

        record Returned(SignedIn who) implements Shown {}

        record Changed() implements Shown {}
    }

    /**
     * Does what the ticket was for.
     *
     * @param who is signed in where the code is typed, if anybody
     * @param address from which it is typed
     * @throws Problem if the code is wrong, or the pseudonym was taken meanwhile
     */
    @Transactional(noRollbackFor = Problem.class)
    Shown show(UUID ticket, String code, Optional<SignedIn> who, String address) {
        Pending pending = codes.redeem(ticket, code, address);
        return switch (pending.purpose()) {
            case SIGN_UP -> new Shown.Joined(join(pending));
            case SIGN_IN ->
                    new Shown.Returned(
                            store.known(pending.contact())
                                    .filter(known -> !known.staff())
                                    .flatMap(known -> accounts.signedIn(known.account()))
                                    .orElseThrow(Members::over));
            case CHANGE -> {
                AccountId account =
                        who.map(SignedIn::account)
                                .filter(one -> pending.account().equals(Optional.of(one)))
                                .orElseThrow(Members::over);
                change(account, pending.contact());
                yield new Shown.Changed();
            }
        };
    }

    private SignedIn join(Pending pending) {
        var account = new AccountId(ids.next());
        Pseudonym pseudonym = free(pending.pseudonym(), Optional.empty());
        if (!store.add(
                account, pseudonym, pending.contact(), pending.language(), clock.instant())) {
            throw over();
        }
        return accounts.signedIn(account).orElseThrow();
    }

    /** The old address hears of it: if it was not its owner's doing, they can act. */
    private void change(AccountId account, Contact contact) {
        MemberStore.Own before = store.own(account);
        if (!store.changeContact(account, contact)) {
            throw over();
        }
        Stream.<Optional<? extends Contact>>of(before.email(), before.phone())
                .flatMap(Optional::stream)
                .filter(letters::reaches)
                .forEach(
                        old ->
                                letters.send(
                                        new Letter(
                                                old,
                                                before.language(),
                                                "people.letter.changed",
                                                List.of(before.pseudonym()),
                                                Letter.OF_NEWS)));
    }

    void changePseudonym(SignedIn who, String pseudonym) {
        store.changePseudonym(who.account(), free(pseudonym, Optional.of(who.account())));
    }

    void changeLanguage(SignedIn who, String language) {
        store.changeLanguage(who.account(), language(language));
    }

    void choosePassword(SignedIn who, String password) {
        accounts.choosePassword(who, password);
    }

    MemberStore.Own own(SignedIn who) {
        return store.own(who.account());
    }

    /** For the demonstration: somebody who shows no code. */
    AccountId add(String pseudonym, EmailAddress email, String language) {
        var account = new AccountId(ids.next());
        if (!store.add(
                account, free(pseudonym, Optional.empty()), email, language, clock.instant())) {
            throw over();
        }
        return account;
    }

    /** Whether text messages can leave, so that a phone number is of use. */
    boolean takesPhones() {
        return letters.reaches(new PhoneNumber("+243000000000"));
    }

    boolean lettersAreShownHere() {
        return letters.areShownHere();
    }

    private Pseudonym free(String typed, Optional<AccountId> except) {
        Pseudonym pseudonym = Pseudonym.of(typed);
        if (store.isTaken(pseudonym, except)) {
            throw Problem.conflict("people.pseudonym.taken").atField("pseudonym");
        }
        return pseudonym;
    }

    private static String language(String code) {
        return LANGUAGE.matcher(code).matches() ? code : "fr";
    }

    private static Problem over() {
        return Problem.invalid("people.code.over").atField("code");
    }
}
