package org.lisolo.server.publishing.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Set;

class LinkTagsTest {
    private final LinkTags tags =
            new LinkTags(Set.of("hopital.example"), "bluesky", "Journée de santé");

    @Test
    void onlyTheirOwnLinksAreTaggedAndOnlyOnce() {
        assertThat(
                        tags.on(
                                "Voir https://www.hopital.example/visites. Source :"
                                        + " https://who.example/mpox, et"
                                        + " (https://hopital.example/a?b=c#d)."))
                .isEqualTo(
                        "Voir https://www.hopital.example/visites?utm_source=bluesky"
                                + "&utm_medium=social&utm_campaign=journee-de-sante. Source :"
                                + " https://who.example/mpox, et"
                                + " (https://hopital.example/a?b=c&utm_source=bluesky"
                                + "&utm_medium=social&utm_campaign=journee-de-sante#d).");
        String told = "https://hopital.example/?utm_source=lettre";
        assertThat(tags.on(told)).isEqualTo(told);
    }

    @Test
    void anotherHostThatOnlyEndsLikeTheirsIsNotTheirs() {
        String text = "https://faux-hopital.example/ https://hopital.example.net/";
        assertThat(tags.on(text)).isEqualTo(text);
        assertThat(LinkTags.NONE.on("https://hopital.example/")).doesNotContain("utm");
    }

    @Test
    void linksAreFoundAsNetworksFindThem() {
        assertThat(Links.in("Lire (https://a.example/x), « https://b.example/y » ; http://"))
                .containsExactly(
                        URI.create("https://a.example/x"), URI.create("https://b.example/y"));
    }
}
