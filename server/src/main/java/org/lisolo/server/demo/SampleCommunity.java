package org.lisolo.server.demo;

import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.spaces.Openness;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.SpaceForm;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Subject;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.members.NewMembers;
import org.springframework.stereotype.Component;

/**
 * Spaces around the sample hospital, with a question and its answer, somebody who stops smoking,
 * and talk among professionals. What is said there holds no medicine.
 */
@Component
class SampleCommunity {
    private static final String RULES =
            "On parle de soi, avec égards. Ni nom, ni dose, ni publicité. En cas d’urgence, on va à"
                    + " l’hôpital : ici, personne ne répond la nuit.";

    private final Spaces spaces;
    private final Readers readers;
    private final Contributions contributions;
    private final NewMembers members;
    private final Accounts accounts;

    SampleCommunity(
            Spaces spaces,
            Readers readers,
            Contributions contributions,
            NewMembers members,
            Accounts accounts) {
        this.spaces = spaces;
        this.readers = readers;
        this.contributions = contributions;
        this.members = members;
        this.accounts = accounts;
    }

    /**
     * Opens them.
     *
     * @param doctor who is verified
     * @param moderator of all these spaces
     */
    void gather(SignedIn doctor, SignedIn moderator) {
        Reader tshitshi = member(Cast.TSHITSHI);
        Reader aimee = readers.of(doctor);
        expect(tshitshi, aimee, moderator);
        stopSmoking(member(Cast.PAPA_LEBON), tshitshi, moderator);
        meetAsColleagues(aimee, moderator);
    }

    private void expect(Reader father, Reader doctor, SignedIn moderator) {
        Space births =
                open(
                        moderator,
                        "Grossesse et naissance",
                        "Préparer l’arrivée d’un enfant : questions, entraide, réponses de"
                                + " soignants.",
                        Subject.CONDITION);
        Discussion question =
                say(
                        father,
                        births,
                        Kind.QUESTION,
                        "Faut-il un rendez-vous pour la première consultation prénatale ?",
                        "Ma femme voudrait venir à l’hôpital cette semaine. À quelle heure"
                                + " faut-il arriver ?");
        answer(
                doctor,
                births,
                question,
                "Non, on vient le matin, sans rendez-vous, avec sa fiche si l’on en a une."
                        + " L’accueil vous dira où aller. Les horaires du jour sont sur la page de"
                        + " l’hôpital, dans l’annuaire.");
    }

    private void stopSmoking(Reader smoker, Reader friend, SignedIn moderator) {
        Space smoke =
                open(
                        moderator,
                        "Arrêter de fumer",
                        "Se donner un but, tenir ensemble, repartir quand on est retombé.",
                        Subject.CONDITION);
        Discussion weeks =
                say(
                        smoker,
                        smoke,
                        Kind.TALK,
                        "Troisième semaine sans cigarette",
                        "Le plus dur pour moi, c’est après le repas. Qu’est-ce qui vous a aidés ?");
        answer(
                friend,
                smoke,
                weeks,
                "Chez nous, je sors marcher avec mon frère. Trois semaines, c’est déjà beaucoup :"
                        + " tenez bon.");
    }

    private void meetAsColleagues(Reader doctor, SignedIn moderator) {
        SpaceForm form =
                form(
                                moderator,
                                "Soignants de Mbanza",
                                "Entre soignants : ce qui marche, ce qui manque. Les cas ne se"
                                        + " lisent qu’entre soignants vérifiés.",
                                Subject.PROFESSION)
                        .with(Openness.OPEN, true);
        say(
                doctor,
                spaces.open(form, moderator),
                Kind.TALK,
                "Qui remplit la fiche de transfert au centre de santé ?",
                "La moitié des enfants arrivent sans elle. Comment faites-vous chez vous ?");
    }

    private Reader member(Cast.Passerby who) {
        return readers.of(
                accounts.signedIn(members.add(who.name(), who.email(), "fr")).orElseThrow());
    }

    private Space open(SignedIn moderator, String name, String purpose, Subject subject) {
        return spaces.open(form(moderator, name, purpose, subject), moderator);
    }

    private static SpaceForm form(
            SignedIn moderator, String name, String purpose, Subject subject) {
        return SpaceForm.open(name, purpose, RULES, subject).of(moderator.organisation());
    }

    private Discussion say(Reader who, Space space, Kind kind, String title, String text) {
        return contributions
                .open(who, space, kind, contributions.next(), new Words(title, text, "fr"), true)
                .orElseThrow();
    }

    private void answer(Reader who, Space space, Discussion about, String text) {
        contributions.answer(
                who,
                space,
                about,
                contributions.find(about.id(), who).orElseThrow(),
                contributions.next(),
                Words.of(text, "fr"),
                true);
    }
}
