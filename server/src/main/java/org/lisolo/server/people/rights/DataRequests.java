package org.lisolo.server.people.rights;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Contact;
import org.lisolo.server.people.Limits;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.people.rights.DataRequest.Asker;
import org.lisolo.server.people.rights.DataRequest.Kind;
import org.lisolo.server.people.rights.DataRequest.Origin;
import org.lisolo.server.people.rights.DataRequest.State;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Requests about one's own data, from asking to the answer. Thread-safe. */
@Service
class DataRequests {
    static final int PAGE = 50;
    static final int LONGEST_WORDS = 3_000;
    private static final Duration CODE_LIFE = Letter.OF_A_CODE;
    private static final int TRIES = 5;
    private static final int PER_NETWORK = 20;

    private final DataRequestStore store;
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final List<PersonalData> modules;
    private final List<Limits> limits;
    private final Letters letters;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;
    private final Duration period;
    private final SecureRandom random = new SecureRandom();

    /**
     * The requests.
     *
     * @param days within which a request is to be answered: 30 is what 45 CFR 164.524 gives for
     *     access and about the month of GDPR article 12(3); the period of DR Congo's Code du
     *     numérique was not verified
     */
    DataRequests(
            DataRequestStore store,
            List<PersonalData> modules,
            List<Limits> limits,
            Letters letters,
            AuditTrail trail,
            Ids ids,
            Clock clock,
            @Value("${lisolo.rights.days:30}") int days) {
        this.store = store;
        this.modules = List.copyOf(modules);
        this.limits = List.copyOf(limits);
        this.letters = letters;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.period = Duration.ofDays(days);
    }

    long days() {
        return period.toDays();
    }

    List<Addressee> addressees() {
        return store.addressees();
    }

    /** By whoever is signed in. */
    @Transactional
    DataRequest ask(
            SignedIn who, OrganisationId organisation, Kind kind, String words, String language) {
        known(organisation);
        DataRequest request =
                fresh(
                        organisation,
                        kind,
                        Origin.ACCOUNT,
                        Optional.of(who.account()),
                        language,
                        new Asker(who.displayName(), "", checked(words)));
        store.add(request, Optional.empty(), "");
        trail.about("requests", request.id());
        return request;
    }

    /** By the officer, for whoever asked on paper or in person. */
    @Transactional
    DataRequest note(SignedIn officer, Kind kind, Asker asker) {
        DataRequest request =
                fresh(
                        officer.organisation(),
                        kind,
                        Origin.PAPER,
                        Optional.empty(),
                        "fr",
                        new Asker(
                                named(asker.name()),
                                asker.contact().strip(),
                                checked(asker.words())));
        store.add(request, Optional.empty(), "");
        trail.about("requests", request.id());
        return request;
    }

    /**
     * By anybody, whose contact is confirmed by a code.
     *
     * @param address the network address it came from
     * @return the ticket to show with the code
     */
    @Transactional
    UUID ask(OrganisationId organisation, Kind kind, Asker asker, String language, String address) {
        known(organisation);
        Contact contact = Contact.of(asker.contact());
        if (!letters.reaches(contact)) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "people.code.noCarrier").atField("contact");
        }
        if (store.askedFrom(address, clock.instant().minus(Duration.ofHours(1))) >= PER_NETWORK) {
            throw Problem.of(Problem.Kind.TOO_MANY, "people.code.tooMany").atField("contact");
        }
        DataRequest request =
                fresh(
                        organisation,
                        kind,
                        Origin.FORM,
                        Optional.empty(),
                        language,
                        new Asker(named(asker.name()), contact.value(), checked(asker.words())));
        String digits = "%06d".formatted(random.nextInt(1_000_000));
        store.add(request, Optional.of(digits), address);
        letters.send(
                new Letter(contact, language, "rights.letter.code", List.of(digits), CODE_LIFE));
        return request.id();
    }

    /** Tries a code; each try counts. */
    @Transactional(noRollbackFor = Problem.class)
    void confirm(UUID ticket, String typed) {
        byte[] kept =
                store.tryOnce(ticket, TRIES, clock.instant().minus(CODE_LIFE))
                        .orElseThrow(() -> Problem.invalid("people.code.over").atField("code"));
        if (!store.isRight(ticket, kept, typed.replaceAll("\\s", ""))) {
            throw Problem.invalid("people.code.wrong").atField("code");
        }
        if (!store.confirm(ticket)) {
            throw Problem.invalid("people.code.over").atField("code");
        }
    }

    private DataRequest fresh(
            OrganisationId organisation,
            Kind kind,
            Origin origin,
            Optional<AccountId> account,
            String language,
            Asker asker) {
        Instant now = clock.instant();
        return new DataRequest(
                ids.next(),
                organisation,
                kind,
                origin,
                origin == Origin.FORM ? State.UNCONFIRMED : State.OPEN,
                account,
                language.matches("[a-z]{2,3}") ? language : "fr",
                asker,
                now,
                now.plus(period),
                Optional.empty());
    }

    private void known(OrganisationId organisation) {
        if (store.addressees().stream().noneMatch(a -> a.organisation().equals(organisation))) {
            throw Problem.invalid("rights.problem.organisation").atField("organisation");
        }
    }

    private static String named(String name) {
        String kept = clean(name);
        if (kept.isEmpty() || kept.length() > 200) {
            throw Problem.invalid("rights.problem.name").atField("name");
        }
        return kept;
    }

    private static String checked(String words) {
        String kept = clean(words);
        if (kept.length() > LONGEST_WORDS) {
            throw Problem.invalid("rights.problem.words", LONGEST_WORDS).atField("words");
        }
        return kept;
    }

    private static String clean(String typed) {
        return typed.strip().replace("\0", "");
    }

    List<DataRequest> of(SignedIn who) {
        return store.of(who.account());
    }

    List<DataRequest> list(SignedIn officer, boolean open, int from) {
        return store.list(officer.organisation(), open, from, PAGE + 1);
    }

    DataRequest find(SignedIn officer, UUID id) {
        return store.find(officer.organisation(), id)
                .orElseThrow(() -> Problem.notFound("rights.problem.not_found"));
    }

    /**
     * Answers it, and tells whoever asked where they can be reached.
     *
     * @param messages where a limitation is granted: the addresses of messages by the person
     */
    @Transactional
    void decide(SignedIn officer, UUID id, boolean granted, String words, String messages) {
        DataRequest request = find(officer, id);
        String answer = clean(words);
        if (answer.isEmpty() || answer.length() > LONGEST_WORDS) {
            throw Problem.invalid("rights.problem.answer").atField("answer");
        }
        var decision = new DataRequest.Decision(officer.account(), clock.instant(), answer);
        if (!store.decide(id, granted ? State.GRANTED : State.REFUSED, decision)) {
            throw Problem.conflict("rights.problem.decided");
        }
        if (granted && request.kind() == Kind.ERASURE) {
            request.account().ifPresent(this::erase);
        }
        if (granted) {
            request.kind().limit().ifPresent(kind -> limit(officer, request, kind, messages));
        }
        if (request.origin() == Origin.FORM) {
            letters.send(
                    new Letter(
                            Contact.of(request.asker().contact()),
                            request.language(),
                            granted ? "rights.letter.granted" : "rights.letter.refused",
                            List.of(officer.organisationName(), answer),
                            Letter.OF_NEWS));
        }
    }

    private void limit(SignedIn officer, DataRequest request, Limits.Kind kind, String messages) {
        List<UUID> named =
                ID.matcher(messages).results().map(id -> UUID.fromString(id.group())).toList();
        if (named.isEmpty()) {
            throw Problem.invalid("rights.problem.message").atField("messages");
        }
        for (UUID message : named) {
            limits.forEach(
                    module ->
                            module.impose(
                                    kind,
                                    officer.organisation(),
                                    message,
                                    request.id(),
                                    officer.account()));
        }
        trail.about("messages", named);
    }

    /** Of how many people the words are limited by it. */
    int limited(SignedIn officer, DataRequest request) {
        return limits.stream()
                .mapToInt(module -> module.standing(officer.organisation(), request.id()))
                .sum();
    }

    /** Ends a limitation that was granted; whoever asked for it hears of it first. */
    @Transactional
    void lift(SignedIn officer, UUID id, String why) {
        DataRequest request = find(officer, id);
        String reason = clean(why);
        if (reason.isEmpty() || reason.length() > LONGEST_WORDS) {
            throw Problem.invalid("rights.problem.lift").atField("reason");
        }
        limits.forEach(module -> module.lift(officer.organisation(), request.id()));
        trail.because(reason);
        if (request.origin() == Origin.FORM) {
            letters.send(
                    new Letter(
                            Contact.of(request.asker().contact()),
                            request.language(),
                            "rights.letter.lifted",
                            List.of(officer.organisationName(), reason),
                            Letter.OF_NEWS));
        }
    }

    /** Staff leave their organisations first: what they do there is not theirs alone. */
    private void erase(AccountId account) {
        if (store.isStaff(account)) {
            throw Problem.conflict("rights.problem.staff").atField("decision");
        }
        // the account itself is the first of them, by which the others find what they keep
        modules.reversed().forEach(module -> module.erase(account));
    }

    @Scheduled(initialDelay = 7, fixedRate = 15, timeUnit = TimeUnit.MINUTES)
    void forgetUnconfirmed() {
        store.forgetUnconfirmed(clock.instant().minus(Duration.ofHours(1)));
    }
}
