package org.lisolo.server.releases;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;

import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.Upload;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Releases signed on paper, and releases that are taken along. */
@ServerTest
class ReleasePapersTest {
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private Hospital hospital;
    private Visitor staff;
    private Visitor officer;

    @BeforeEach
    void openAWard() {
        hospital = Hospital.open(organisations, accounts);
        staff = hospital.communicator().at(port);
        officer = hospital.compliance().at(port);
    }

    private HttpResponse<String> bring(byte[] scan, String... others) throws Exception {
        var fields =
                new ArrayList<>(
                        List.of(
                                "person",
                                "Kalonji Béatrice",
                                "words",
                                Ward.WORDS,
                                "places",
                                "site",
                                "aim",
                                "story",
                                "months",
                                "12",
                                "name",
                                "Kalonji Béatrice",
                                "witness",
                                "Nzuzi Matondo Awa",
                                "day",
                                LocalDate.now().minusDays(3).toString()));
        for (int i = 0; i < others.length; i += 2) {
            int at = fields.indexOf(others[i]);
            if (at >= 0 && at % 2 == 0) {
                fields.set(at + 1, others[i + 1]);
            } else {
                fields.add(others[i]);
                fields.add(others[i + 1]);
            }
        }
        return Upload.send(
                port,
                staff,
                "/work/releases/paper",
                "/work/releases/paper",
                "scan",
                scan,
                fields.toArray(String[]::new));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
    }

    @Test
    void aPaperStandsWithItsScanAndItsWitness() throws Exception {
        String page = location(bring(PDF));
        assertThat(staff.get(page).text())
                .contains("Valable", "Sur papier", "Nzuzi Matondo Awa", "Voir le papier signé");
        assertThat(staff.get(page + "/paper").body()).startsWith("%PDF-1.4");
        Visitor other = Hospital.open(organisations, accounts).communicator().at(port);
        assertThat(other.get(page + "/paper").status()).isEqualTo(404);
    }

    @Test
    void aPrintedFormSaysAllInThePersonsLanguageAndItsScanMakesTheReleaseStand() throws Exception {
        Ward.Asked asked = Ward.ask(staff, "language", "sw", "signer", "guardian");
        String form = staff.get(asked.page() + "/form").text();
        Matcher reference = Pattern.compile("R(-[0-9A-F]{4}){3}").matcher(form);
        assertThat(reference.find()).isTrue();
        assertThat(form)
                .contains("Namba ya fomu hii", "Shahidi", "Sahihi", Ward.WORDS, hospital.name());
        assertThat(staff.get(asked.page()).text()).contains(reference.group());
        String scan = asked.page() + "/scan";
        HttpResponse<String> wrong =
                Upload.send(port, staff, scan, scan, "scan", PDF, "name", "Mbuyi Kalala");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Écrivez qui a vu signer", "Mbuyi Kalala");
        HttpResponse<String> bound =
                Upload.send(
                        port,
                        staff,
                        scan,
                        scan,
                        "scan",
                        PDF,
                        "name",
                        "Mbuyi Kalala",
                        "relation",
                        "mother",
                        "assent",
                        "given",
                        "day",
                        LocalDate.now().minusDays(1).toString(),
                        "witness",
                        "Nzuzi Matondo Awa");
        assertThat(bound.statusCode()).as(bound.body()).isEqualTo(302);
        assertThat(staff.get(asked.page()).text())
                .contains("Valable", "Sur papier", "Mbuyi Kalala", "sa mère", "Voir le papier");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from releases.release where id = ? and"
                                                + " link is null")
                                .param(UUID.fromString(id(asked.page())))
                                .query(Integer.class)
                                .single())
                .as("the link for a phone signs no more")
                .isOne();
        assertThat(staff.get(scan).status()).isEqualTo(409);
        Visitor other = Hospital.open(organisations, accounts).communicator().at(port);
        assertThat(other.get(asked.page() + "/form").status()).isEqualTo(404);
    }

    @Test
    void whoAskedSeesSomeDaysBeforeThatAReleaseEnds() throws Exception {
        String page = location(bring(PDF));
        assertThat(staff.get("/work").text()).doesNotContain("Autorisation bientôt finie");
        end(page, "20 days");
        assertThat(staff.get("/work").text()).doesNotContain("Autorisation bientôt finie");
        end(page, "5 days");
        assertThat(staff.get("/work").text())
                .contains("Autorisation bientôt finie", "Kalonji Béatrice");
        assertThat(officer.get("/work").text()).doesNotContain("Autorisation bientôt finie");
        end(page, "-1 days");
        assertThat(staff.get("/work").text()).doesNotContain("Autorisation bientôt finie");
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private void end(String page, String in) {
        jdbc.sql("update releases.release set until = now() + cast(? as interval) where id = ?")
                .params(in, UUID.fromString(id(page)))
                .update();
    }

    @Test
    void aPhotographOfAPaperLosesWhatTheCameraWroteIntoIt() throws Exception {
        String page = location(bring(Pictures.fromAPhone(600, 800, 1)));
        Visitor.Page scan = staff.get(page + "/paper");
        assertThat(scan.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(scan.body()).doesNotContain("SECRETPLACE");
    }

    @Test
    void whatIsMissingOrWrongOnAPaperIsToldAtItsField() throws Exception {
        HttpResponse<String> again = bring("MZ exe".getBytes(StandardCharsets.US_ASCII));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Ce fichier n’est pas une image", Ward.WORDS);
        assertThat(bring(PDF, "witness", "").body()).contains("Écrivez qui a vu signer");
        assertThat(bring(PDF, "signer", "guardian").body())
                .contains("Dites ce que la personne qui signe est pour l’autre");
        assertThat(bring(PDF, "day", LocalDate.now().plusDays(2).toString()).body())
                .contains("Ce jour ne va pas");
        assertThat(bring(PDF, "day", LocalDate.now().minusYears(2).toString()).body())
                .contains("Ce jour ne va pas");
    }

    @Test
    void theListIsTakenAlongByWhoMayWithoutWordsOrSignatures() {
        Ward.Asked asked = Ward.ask(staff, "person", "=Kalonji");
        Ward.sign(Visitor.at(port), asked);
        Visitor.Page table = officer.export("/work/releases.csv?view=standing");
        assertThat(table.body())
                .contains("release,person,standing", "'=Kalonji", "standing,phone,self,story,site")
                .doesNotContain("choléra");
        assertThat(staff.get("/work/releases.csv").status()).isEqualTo(403);
        assertThat(hospital.staff().get(Role.READER).at(port).get("/work/releases.csv").status())
                .isEqualTo(403);
    }

    @Test
    void aReleaseIsTakenAlongAsAConsentThatIsReadBack() {
        Ward.Asked asked = Ward.ask(staff);
        assertThat(officer.export(asked.page() + "/consent.json").status()).isEqualTo(404);
        Visitor phone = Visitor.at(port);
        String key = Ward.key(Ward.sign(phone, asked));
        Consent consent = consent(asked);
        assertThat(consent.getStatus()).isEqualTo(ConsentState.ACTIVE);
        assertThat(consent.getScope().getCodingFirstRep().getCode()).isEqualTo("patient-privacy");
        assertThat(consent.getPolicyRule().getCodingFirstRep().getCode()).isEqualTo("hipaa-auth");
        assertThat(consent.getPatient().getDisplay()).isEqualTo("Kalonji Béatrice");
        assertThat(consent.getOrganizationFirstRep().getDisplay()).isEqualTo(hospital.name());
        assertThat(consent.getProvision().getPeriod().getEnd())
                .isAfter(consent.getProvision().getPeriod().getStart());
        assertThat(
                        consent.getProvision()
                                .getDataFirstRep()
                                .getReference()
                                .getIdentifier()
                                .getValue())
                .matches("ni:///sha-256;[\\w-]{43}");
        assertThat(consent.getSourceAttachment().getTitle()).contains("Vous êtes libre");

        phone.get("/release/mine/withdraw?key=" + key);
        phone.post("/release/mine/withdraw", "key", key);
        assertThat(consent(asked).getStatus()).isEqualTo(ConsentState.INACTIVE);
    }

    private Consent consent(Ward.Asked asked) {
        String json = officer.export(asked.page() + "/consent.json").body();
        return FhirContext.forR4Cached().newJsonParser().parseResource(Consent.class, json);
    }
}
