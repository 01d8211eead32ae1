package org.lisolo.server.publishing.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.publishing.PostId;

import java.net.URI;
import java.util.Set;
import java.util.UUID;

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
    void inACampaignTheirOwnLinksAreShortAndTheSameEachTime() {
        var post = new PostId(UUID.randomUUID());
        var channel = new ChannelId(UUID.randomUUID());
        String base = "https://lisolo.hopital.example/l/";
        LinkTags shortening = tags.shortening(ShortLinks.of(base, post, channel));
        String text = "Voir https://hopital.example/a, https://who.example/ et " + base + "abc";
        String leaves = shortening.on(text);
        assertThat(leaves)
                .matches("Voir " + base + "\\w{10}, https://who.example/ et " + base + "abc");
        assertThat(shortening.on(text)).isEqualTo(leaves);
        assertThat(shortening.shortened(text))
                .hasSize(1)
                .allSatisfy(
                        (code, address) -> {
                            assertThat(leaves).contains(base + code + ",");
                            assertThat(address)
                                    .isEqualTo(tags.on("https://hopital.example/a"))
                                    .contains("utm_source=bluesky");
                        });
        assertThat(
                        tags.shortening(ShortLinks.of(base, post, new ChannelId(UUID.randomUUID())))
                                .on(text))
                .isNotEqualTo(leaves);
        assertThat(tags.shortened(text)).isEmpty();
    }

    @Test
    void linksAreFoundAsNetworksFindThem() {
        assertThat(Links.in("Lire (https://a.example/x), « https://b.example/y » ; http://"))
                .containsExactly(
                        URI.create("https://a.example/x"), URI.create("https://b.example/y"));
    }
}
