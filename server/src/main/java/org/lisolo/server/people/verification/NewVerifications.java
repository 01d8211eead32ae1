package org.lisolo.server.people.verification;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Vocation;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests of professionals without their pages, for the sample hospital and for tests. */
@NamedInterface("verification")
@Service
public class NewVerifications {
    private static final String PAPER =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 297]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    private final Verifications verifications;

    NewVerifications(Verifications verifications) {
        this.verifications = verifications;
    }

    /** Puts a request to an organisation that is a verifier, with one empty page as its paper. */
    @Transactional
    public UUID ask(
            AccountId account,
            OrganisationId verifier,
            String name,
            Vocation profession,
            Optional<Vocation> speciality,
            String workplace) {
        var claim =
                new Claim(
                        verifier,
                        name,
                        profession,
                        speciality,
                        workplace,
                        Optional.empty(),
                        "0000 (exemple)");
        byte[] paper = PAPER.getBytes(StandardCharsets.US_ASCII);
        return verifications
                .ask(account, claim, List.of(Document.of("attestation-exemple.pdf", paper)))
                .value();
    }

    /** For a year. */
    @Transactional
    public void verify(UUID verification, SignedIn reviewer) {
        verifications.verify(new VerificationId(verification), reviewer, 12, "");
    }
}
