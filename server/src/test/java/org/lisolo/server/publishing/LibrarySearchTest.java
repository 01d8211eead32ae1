package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finding a piece, and what became of it. */
@ServerTest
class LibrarySearchTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired JdbcClient jdbc;

    private Newsroom newsroom;
    private Visitor writer;

    @BeforeEach
    void openANewsroom() {
        var hospital = Hospital.open(organisations, accounts);
        newsroom = Newsroom.open(hospital, port, organisations, verifications, library);
        writer = newsroom.as(Role.COMMUNICATOR);
    }

    @Test
    void piecesAreFoundByTagTopicAndReadingLevel() {
        String tagged = writer.get("/work/library?tag=rage").text();
        assertThat(tagged).contains("Mordu par un animal").doesNotContain("Donner son sang");
        assertThat(writer.get("/work/library?tag=rag").text()).contains("Aucune fiche");
        assertThat(writer.get("/work/library?topic=mothers&variant=simple").text())
                .contains("Accoucher avec un soignant")
                .doesNotContain("Mordu");
        String own = Newsroom.piece(writer, "accoucher");
        jdbc.sql("update publishing.piece_wording set simple = '' where piece = ?")
                .param(java.util.UUID.fromString(own.substring(own.lastIndexOf('/') + 1)))
                .update();
        assertThat(writer.get("/work/library?topic=mothers&variant=simple").text())
                .doesNotContain("Accoucher avec un soignant");
    }

    @Test
    void aPieceTellsWhereItWasUsedAndWhetherInItsOwnWords() {
        String piece = Newsroom.piece(writer, "mordu");
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        doctor.get(piece);
        doctor.post(piece + "/sign", "version", "1", "months", "12", "read", "yes");
        writer.get(piece);
        String post =
                writer.post(piece + "/use", "language", "fr", "variant", "full")
                        .location()
                        .orElseThrow();
        assertThat(writer.get(piece).text())
                .contains("Où elle a servi")
                .contains("reprise telle quelle");
        writer.post(post + "/check", Newsroom.fields(writer, post, "title", "Chiens et morsures"));
        assertThat(writer.get(piece).text())
                .contains("Chiens et morsures")
                .contains("avec d’autres mots");
    }

    @Test
    void aPiecePastItsReviewCanNotBeUsed() {
        String piece = Newsroom.piece(writer, "mordu");
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        doctor.get(piece);
        doctor.post(piece + "/sign", "version", "1", "months", "3", "read", "yes");
        writer.get(piece);
        String post =
                writer.post(piece + "/use", "language", "fr", "variant", "simple")
                        .location()
                        .orElseThrow();
        jdbc.sql("update publishing.piece_review set valid_until = now() where piece = ?")
                .param(java.util.UUID.fromString(piece.substring(piece.lastIndexOf('/') + 1)))
                .update();
        assertThat(writer.post(piece + "/use", "language", "fr", "variant", "simple").status())
                .isEqualTo(409);
        assertThat(writer.post(post + "/ask", Newsroom.fields(writer, post)).status())
                .isEqualTo(422);
    }
}
