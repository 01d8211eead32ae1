package org.lisolo.server.testing;

import static java.util.stream.Collectors.toMap;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.NewAccount;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.testkit.Visitor;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An organisation of a test's own, with one person in each role. */
public record Hospital(OrganisationId id, String name, Map<Role, Person> staff) {
    private static final ZoneId ZONE = ZoneId.of("Africa/Kinshasa");

    private static final Map<Role, String> NAMES =
            Map.of(
                    Role.ADMIN, "Mbuyi Kalala Joséphine",
                    Role.COMPLIANCE, "Ilunga Tshibanda Didier",
                    Role.COMMUNICATOR, "Nzuzi Matondo Awa",
                    Role.MODERATOR, "Mukendi Tshala Nadine",
                    Role.TRAINER, "Bope Mikobi Emmanuel",
                    Role.EPIDEMIOLOGIST, "Lumbala Ngoy Patience",
                    Role.PROFESSIONAL, "Lukusa Mbaya Aimée",
                    Role.READER, "Kabongo Mwamba Pascal");

    /** Someone who can sign in. */
    public record Person(
            AccountId account, String name, String email, String password, SignedIn signedIn) {
        /** At a browser, signed in. */
        public Visitor at(int port) {
            return Visitor.at(port, email, password);
        }
    }

    public static Hospital open(Organisations organisations, Accounts accounts) {
        String name = "Hôpital de Test " + UUID.randomUUID().toString().substring(0, 8);
        OrganisationId id = organisations.create(name, ZONE);
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
        AccountId account =
                accounts.create(new NewAccount(email, name, password, id, Set.of(role)));
        var signedIn = new SignedIn(account, name, id, organisation, Set.of(role), ZONE);
        return new Person(account, name, email, password, signedIn);
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

    public Person reader() {
        return staff.get(Role.READER);
    }
}
