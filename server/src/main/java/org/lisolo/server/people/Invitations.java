package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One-time links: who holds one may use it once within half an hour. Only the hash of a token is
 * kept, so a copy of the database opens no door. Thread-safe.
 */
@Service
class Invitations {
    static final Duration LASTS = Duration.ofMinutes(30);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final LinkStore links;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(LinkStore links, Accounts accounts, Organisations organisations, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What the first administrator fills in. */
    record Founding(
            String organisation,
            OrganisationKind kind,
            ZoneId zone,
            String name,
            String email,
            String password) {}

    /**
     * A token for the first administrator; earlier ones are void.
     *
     * @return empty if somebody can sign in already
     */
    @Transactional
    Optional<String> forFirstAdministrator() {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        String token = token();
        links.addFirst(hash(token), clock.instant().plus(LASTS));
        return Optional.of(token);
    }

    /** A token for a colleague to be; an earlier one for the same person is void. */
    @Transactional
    String invite(OrganisationId organisation, String email, String name, Set<Role> roles) {
        return invite(organisation, email, name, roles, LASTS);
    }

    /**
     * The same.
     *
     * @param lasts how long it holds
     */
    @Transactional
    String invite(
            OrganisationId organisation,
            String email,
            String name,
            Set<Role> roles,
            Duration lasts) {
        links.forgetExpired(clock.instant());
        String token = token();
        links.addInvitation(
                hash(token),
                new Link.Invitation(
                        organisation,
                        EmailAddress.of(email),
                        Accounts.name(name),
                        Accounts.rolesThere(roles),
                        "",
                        clock.instant().plus(lasts)));
        return token;
    }

    /** What a token is good for; looking does not use it up. */
    Link find(String token) {
        return links.find(hash(token), clock.instant()).orElseThrow(Invitations::gone);
    }

    List<Link.Invitation> open(OrganisationId organisation) {
        return links.invitations(organisation, clock.instant());
    }

    void withdraw(String id, OrganisationId organisation) {
        if (!HASH.matcher(id).matches()
                || !links.withdraw(HexFormat.of().parseHex(id), organisation)) {
            throw gone();
        }
    }

    /** A mistake in the form gives the link back. */
    @Transactional
    SignedIn found(String token, Founding founding) {
        if (!(links.take(hash(token), clock.instant()).orElseThrow(Invitations::gone)
                        instanceof Link.FirstAdministrator)
                || !accounts.isEmpty()) {
            throw gone();
        }
        OrganisationId organisation =
                organisations.create(founding.organisation(), founding.kind(), founding.zone());
        return join(
                founding.email(),
                founding.name(),
                founding.password(),
                organisation,
                Set.of(Role.ADMIN, Role.OPERATOR));
    }

    /** A mistake in the form gives the link back. */
    @Transactional
    SignedIn accept(String token, String name, String password) {
        if (links.take(hash(token), clock.instant()).orElseThrow(Invitations::gone)
                instanceof Link.Invitation invitation) {
            return join(
                    invitation.email().value(),
                    name,
                    password,
                    invitation.organisation(),
                    invitation.roles());
        }
        throw gone();
    }

    /** A token for whoever is to look after the platform; earlier ones are void. */
    static String forOperator(JdbcClient jdbc, Clock clock) {
        String token = token(new SecureRandom());
        LinkStore.addAlone(jdbc, hash(token), LinkStore.OPERATOR, clock.instant().plus(LASTS));
        return token;
    }

    void takeForOperator(String token) {
        if (!(links.take(hash(token), clock.instant()).orElseThrow(Invitations::gone)
                instanceof Link.Operator)) {
            throw gone();
        }
    }

    /** Whether the person who is signed in is the one invited. */
    boolean isFor(Link.Invitation invitation, SignedIn who) {
        return accounts.email(who.account()).equals(invitation.email().value());
    }

    /**
     * For someone who has an account already and has shown that it is theirs.
     *
     * @return them, in the organisation they have joined
     */
    @Transactional
    SignedIn join(String token, SignedIn who) {
        if (links.take(hash(token), clock.instant()).orElseThrow(Invitations::gone)
                        instanceof Link.Invitation invitation
                && isFor(invitation, who)) {
            accounts.joinToo(
                    who.account(),
                    invitation.organisation(),
                    invitation.name(),
                    invitation.roles());
            return accounts.in(who.account(), invitation.organisation()).orElseThrow();
        }
        throw Problem.forbidden("people.join.other");
    }

    private SignedIn join(
            String email,
            String name,
            String password,
            OrganisationId organisation,
            Set<Role> roles) {
        AccountId account =
                accounts.join(new NewAccount(email, name, password, organisation, roles));
        return accounts.signedIn(account).orElseThrow();
    }

    private String token() {
        return token(random);
    }

    private static String token(SecureRandom random) {
        byte[] token = new byte[32];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Problem gone() {
        return Problem.of(Problem.Kind.GONE, "people.link.gone");
    }
}
