package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Appearance.Kind;
import org.lisolo.server.channels.Appearance.Stretch;
import org.lisolo.server.channels.bluesky.Facets.Feature;

import java.nio.charset.StandardCharsets;
import java.util.List;

class FacetsTest {
    private static List<String> marked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Facets.in(text).stream()
                .map(
                        one ->
                                new String(
                                        bytes,
                                        one.start(),
                                        one.end() - one.start(),
                                        StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void countsInBytesOfUtf8() {
        assertThat(Facets.in("é #a").getFirst().start()).isEqualTo(3);
        assertThat(Facets.in("🇨🇩 #a").getFirst().start()).isEqualTo(9);
        assertThat(marked("Été 🇨🇩 #Santé à https://a.example/é !"))
                .containsExactly("#Santé", "https://a.example/é");
    }

    @Test
    void leavesASentencesEndOutOfALink() {
        assertThat(marked("(https://a.example/x). Et https://b.example/y_(z), voilà"))
                .containsExactly("https://a.example/x", "https://b.example/y_(z)");
        assertThat(marked("« https://a.example/x »")).containsExactly("https://a.example/x");
    }

    @Test
    void knowsATagFromANumberAndAMentionFromAnAddressOfMail() {
        assertThat(marked("#1 #2026 #ebola2026 c#d")).containsExactly("#ebola2026");
        assertThat(marked("à info@hopital.cd, @hopital.bsky.social"))
                .containsExactly("@hopital.bsky.social");
        assertThat(marked("https://a.example/@x.y/#z"))
                .containsExactly("https://a.example/@x.y/#z");
    }

    @Test
    void namesAHandleInSmallLetters() {
        assertThat(Facets.in("@Hopital.BSKY.social").getFirst().feature())
                .isEqualTo(new Feature.Mention("hopital.bsky.social"));
    }

    @Test
    void showsAnAddressShortenedAndAllElseAsItIs() {
        assertThat(
                        Facets.shown(
                                "Été : https://www.Hopital.example/vaccination/calendrier?mois=5"
                                        + " #Santé @who.int et https://a.example/ ici"))
                .containsExactly(
                        new Stretch(Kind.WORDS, "Été : "),
                        new Stretch(Kind.LINK, "www.hopital.example/vaccination/..."),
                        new Stretch(Kind.WORDS, " "),
                        new Stretch(Kind.HASHTAG, "#Santé"),
                        new Stretch(Kind.WORDS, " "),
                        new Stretch(Kind.ACCOUNT, "@who.int"),
                        new Stretch(Kind.WORDS, " et "),
                        new Stretch(Kind.LINK, "a.example"),
                        new Stretch(Kind.WORDS, " ici"));
        assertThat(Facets.shown("")).isEmpty();
    }
}
