package org.lisolo.server.demo;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.NewAccount;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.TotpSecret;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.people.members.NewMembers;
import org.lisolo.server.people.verification.NewVerifications;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Those around the sample hospital: an order that verifies, a doctor it has verified, two who wait
 * for a decision, a mother who is a member.
 */
@Component
class SamplePeople {
    private final Organisations organisations;
    private final Accounts accounts;
    private final NewMembers members;
    private final NewVerifications verifications;
    private final SamplePasswords passwords;
    private final SecureRandom random = new SecureRandom();

    SamplePeople(
            Organisations organisations,
            Accounts accounts,
            NewMembers members,
            NewVerifications verifications,
            SamplePasswords passwords) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.members = members;
        this.verifications = verifications;
        this.passwords = passwords;
    }

    /**
     * Adds them.
     *
     * @param staff the hospital's, with their accounts
     * @return the password of the order's administrator
     */
    String add(OrganisationId hospital, Map<Cast.Colleague, AccountId> staff) {
        OrganisationId order =
                organisations.create(Cast.ORDER, OrganisationKind.ORDER, Cast.HOSPITAL.zone());
        organisations.nameVerifier(order, true);
        organisations.nameVerifier(hospital, true);
        Cast.Colleague honore = Cast.HONORE;
        String password = passwords.next();
        AccountId administrator =
                accounts.create(
                        new NewAccount(
                                        honore.email(),
                                        honore.name(),
                                        password,
                                        order,
                                        Set.of(Role.ADMIN))
                                .with(TotpSecret.random(random), List.of()));
        var verified =
                ask(
                        staff,
                        Cast.AIMEE,
                        order,
                        Vocation.profession("physician"),
                        Vocation.speciality("paediatrics"));
        verifications.verify(verified, accounts.signedIn(administrator).orElseThrow());
        ask(
                staff,
                Cast.JOSUE,
                hospital,
                Vocation.profession("physician"),
                Vocation.speciality("internal-medicine"));
        members.add(Cast.MAMAN_BIJOU.name(), Cast.MAMAN_BIJOU.email(), "fr");
        AccountId nurse = members.add(Cast.KIMIA.name(), Cast.KIMIA.email(), "fr");
        verifications.ask(
                nurse,
                order,
                "Espérance Nsimba",
                Vocation.profession("nurse"),
                Optional.empty(),
                "Centre de santé de Mbanza (démo)");
        return password;
    }

    private java.util.UUID ask(
            Map<Cast.Colleague, AccountId> staff,
            Cast.Colleague who,
            OrganisationId verifier,
            Vocation profession,
            Vocation speciality) {
        AccountId account = staff.get(who);
        if (account == null) {
            throw new IllegalStateException(who.name() + " is not of the hospital");
        }
        return verifications.ask(
                account,
                verifier,
                who.name(),
                profession,
                Optional.of(speciality),
                Cast.HOSPITAL.name());
    }
}
