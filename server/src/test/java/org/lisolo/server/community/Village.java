package org.lisolo.server.community;

import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.discussions.Discussions;
import org.lisolo.server.community.spaces.Openness;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.SpaceForm;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Subject;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.people.members.NewMembers;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** Makes people and spaces of a test's own; a hospital whose professional is verified. */
@Component
public class Village {
    private final Organisations organisations;
    private final Accounts accounts;
    private final NewMembers members;
    private final NewVerifications verifications;
    private final Spaces spaces;
    private final Readers readers;
    private final Contributions contributions;
    private final Discussions discussions;

    Village(
            Organisations organisations,
            Accounts accounts,
            NewMembers members,
            NewVerifications verifications,
            Spaces spaces,
            Readers readers,
            Contributions contributions,
            Discussions discussions) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.members = members;
        this.verifications = verifications;
        this.spaces = spaces;
        this.readers = readers;
        this.contributions = contributions;
        this.discussions = discussions;
    }

    public Citizen citizen() {
        return Citizen.arrive(members, accounts);
    }

    /** With a professional who is a verified physician. */
    public Hospital hospital() {
        var hospital = Hospital.open(organisations, accounts);
        organisations.nameVerifier(hospital.id(), true);
        Hospital.Person doctor = hospital.staff().get(Role.PROFESSIONAL);
        var claim =
                verifications.ask(
                        doctor.account(),
                        hospital.id(),
                        doctor.name(),
                        Vocation.profession("physician"),
                        Optional.empty(),
                        hospital.name());
        verifications.verify(claim, hospital.admin().signedIn());
        return hospital;
    }

    public Space openSpace(Citizen moderator) {
        return spaces.open(form(), moderator.account());
    }

    public Space closedSpace(Citizen moderator) {
        return spaces.open(form().with(Openness.MEMBERS, false), moderator.account());
    }

    public Space closedSpaceOf(OrganisationId organisation, Citizen moderator) {
        return spaces.open(
                form().with(Openness.MEMBERS, false).of(organisation), moderator.account());
    }

    public Discussion question(Space space, Citizen who, String title, String text) {
        return contributions
                .open(
                        readers.of(who.signedIn()),
                        space,
                        Kind.QUESTION,
                        contributions.next(),
                        new Words(title, text, "fr"),
                        true)
                .orElseThrow();
    }

    public Contribution answer(Space space, Citizen who, Discussion to, String text) {
        Reader reader = readers.of(who.signedIn());
        return contributions
                .answer(
                        reader,
                        space,
                        to,
                        discussions.opening(to, reader),
                        contributions.next(),
                        Words.of(text, "fr"),
                        true)
                .orElseThrow();
    }

    /** Open to all for talk, with cases for professionals alone. */
    public Space clinicians(Citizen moderator) {
        return spaces.open(form().with(Openness.OPEN, true), moderator.account());
    }

    private static SpaceForm form() {
        return SpaceForm.open(
                "Espace " + UUID.randomUUID(),
                "Poser ses questions et s’entraider",
                "Pas de noms.",
                Subject.CONDITION);
    }
}
