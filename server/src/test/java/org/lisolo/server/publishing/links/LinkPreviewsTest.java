package org.lisolo.server.publishing.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.fetch.Fetched;
import org.lisolo.server.publishing.links.LinkPages.Preview;

import java.net.URI;
import java.nio.charset.StandardCharsets;

class LinkPreviewsTest {
    private static final URI LINK = URI.create("https://a.example/page");

    private static Preview of(int status, String html) {
        return LinkPreviews.of(
                LINK,
                new Fetched.Answer(
                        URI.create("https://www.b.example/moved"),
                        status,
                        "text/html",
                        html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsWhatNetworksWouldShowInWordsAndWhereItLed() {
        Preview preview =
                of(
                        200,
                        """
                        <html><head><meta charset="utf-8"><title>Titre</title>
                        <meta property="og:title" content="Visites &amp; horaires">
                        <meta name="description" content="Quand   venir.">
                        <meta property="og:image" content="https://b.example/p.jpg"></head></html>
                        """);
        assertThat(preview)
                .isEqualTo(
                        new Preview(
                                LINK.toString(),
                                "b.example",
                                "Visites & horaires",
                                "Quand venir.",
                                ""));
    }

    @Test
    void isBoundedAndSaysWhyThereIsNothing() {
        assertThat(of(200, "<title>" + "a".repeat(900) + "</title>").title()).hasSize(150);
        assertThat(of(404, "<title>x</title>").problem()).isEqualTo("links.problem.status");
        assertThat(of(200, "nothing").problem()).isEqualTo("links.problem.title");
        assertThat(LinkPreviews.of(LINK, new Fetched.Refused(Fetched.Why.ADDRESS)).problem())
                .isEqualTo("links.problem.refused");
        assertThat(LinkPreviews.of(LINK, new Fetched.Failed("time")).problem())
                .isEqualTo("links.problem.away");
    }
}
