package org.lisolo.server.testing;

import static java.util.stream.Collectors.toMap;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.NewAccount;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TotpSecret;
import org.lisolo.testkit.Visitor;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** An organisation of a test's own, with one person in each role. */
public record Hospital(OrganisationId id, String name, Map<Role, Person> staff) {
    private static final ZoneId ZONE = ZoneId.of("Africa/Kinshasa");

    private static final int CODES = 60;

    private static final Map<Role, String> NAMES =
            Map.of(
                    Role.ADMIN, "Mbuyi Kalala Joséphine",
                    Role.COMPLIANCE, "Ilunga Tshibanda Didier",
                    Role.COMMUNICATOR, "Nzuzi Matondo Awa",
                    Role.MODERATOR, "Mukendi Tshala Nadine",
                    Role.TRAINER, "Bope Mikobi Emmanuel",
                    Role.EPIDEMIOLOGIST, "Lumbala Ngoy Patience",
                    Role.PROFESSIONAL, "Lukusa Mbaya Aimée",
                    Role.READER, "Kabongo Mwamba Pascal",
                    Role.OPERATOR, "Tshilombo Kanyinda Odette");

    /** Someone who can sign in. */
    public record Person(
            AccountId account,
            String name,
            String email,
            String password,
            Queue<String> recoveryCodes,
            SignedIn signedIn) {
        /** A recovery code that was not used before: any number of sign-ins, without a clock. */
        public String code() {
            return recoveryCodes.remove();
        }

        /** At a browser, signed in. */
        public Visitor at(int port) {
            return Visitor.at(port, email, password, code());
        }
    }

    public static Hospital open(Organisations organisations, Accounts accounts) {
        String name = "Hôpital de Test " + UUID.randomUUID().toString().substring(0, 8);
        OrganisationId id = organisations.create(name, OrganisationKind.HOSPITAL, ZONE);
        return new Hospital(
                id,
                name,
                Arrays.stream(Role.values())
                        .collect(toMap(role -> role, role -> hire(accounts, id, name, role))));
    }

    private static Person hire(
            Accounts accounts, OrganisationId id, String organisation, Role role) {
        String email = UUID.randomUUID() + "@hopital.example";
        String password = "pirogue manioc fleuve " + role.ordinal();
        String name = NAMES.get(role);
        List<String> codes = IntStream.range(0, CODES).mapToObj("test0-%05d"::formatted).toList();
        // whoever runs the platform is somebody's staff too
        Set<Role> roles = role == Role.OPERATOR ? Set.of(role, Role.READER) : Set.of(role);
        AccountId account =
                accounts.create(
                        new NewAccount(email, name, password, id, roles)
                                .with(TotpSecret.random(new SecureRandom()), codes));
        var signedIn = new SignedIn(account, name, id, organisation, roles, ZONE);
        return new Person(
                account, name, email, password, new ConcurrentLinkedQueue<>(codes), signedIn);
    }

    public Person admin() {
        return staff.get(Role.ADMIN);
    }

    public Person compliance() {
        return staff.get(Role.COMPLIANCE);
    }

    public Person communicator() {
        return staff.get(Role.COMMUNICATOR);
    }

    public Person operator() {
        return staff.get(Role.OPERATOR);
    }

    public Person reader() {
        return staff.get(Role.READER);
    }
}
