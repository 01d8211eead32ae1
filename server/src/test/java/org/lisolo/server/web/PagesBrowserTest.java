package org.lisolo.server.web;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Look;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class PagesBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    @Test
    void welcomesAStranger(Chromium chromium) {
        chromium.inEveryLook(tab -> tab.go("/").check("home"));
    }

    @Test
    void asksWhoIsThere(Chromium chromium) {
        chromium.inEveryLook(tab -> tab.go("/sign-in").check("sign-in"));
        Tab tab = chromium.open(Look.PHONE).go("/sign-in");
        tab.fill("Adresse électronique ou numéro de téléphone", "awa@hopital.example")
                .fill("Mot de passe", "je ne sais plus")
                .press("Se connecter")
                .sees("L’adresse, le numéro ou le mot de passe ne convient pas.")
                .check("sign-in-refused");
    }

    @Test
    void saysThatAPageIsNotThere(Chromium chromium) {
        chromium.inEveryLook(tab -> tab.go("/nowhere").check("not-found"));
    }

    @Test
    void showsTheWorkSideToAnAdministrator(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(hospital.admin()).check("today");
                    tab.go("/work/people").sees(hospital.reader().name()).check("people");
                    tab.go("/work/access").check("who-may");
                    tab.go("/work/people/" + hospital.reader().account()).check("person");
                    tab.go("/work/people/" + hospital.reader().account() + "/end").check("end");
                    tab.go("/work/people/invite").check("invite");
                    tab.go("/account").check("account");
                    tab.go("/account/second-factor").check("second-factor");
                    tab.go("/account/second-factor/new").check("second-factor-new");
                    tab.go("/account/devices").check("devices");
                    tab.go("/confirm?next=/work").check("confirm");
                });
    }

    @Test
    void invitesAColleagueByHand(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        Tab admin = chromium.open().signIn(hospital.admin());
        admin.follow("Personnes et rôles").follow("Inviter un collègue");
        admin.fill("Nom", "Kanku Esther")
                .fill("Adresse électronique", hospital.id() + "@hopital.example")
                .press("Créer le lien")
                .sees("Remettez ce lien à votre collègue")
                .check("invitation");
        String link = admin.page().locator("code.copy").textContent();

        Tab colleague = chromium.open(Look.PHONE).go(link);
        colleague.sees("Rejoindre " + hospital.name()).check("welcome");
        colleague
                .fill("Nouveau mot de passe", "tambour baobab rivière")
                .press("Créer mon compte")
                .sees("Bienvenue, Kanku Esther. Votre compte est prêt.")
                .check("today-first");
    }

    @Test
    void changesTheLanguageAndKeepsIt(Chromium chromium) {
        Tab tab = chromium.open().go("/sign-in?next=/account");
        tab.follow("English").sees("E-mail address or phone number");
        tab.go("/").sees("Sign in");
    }
}
