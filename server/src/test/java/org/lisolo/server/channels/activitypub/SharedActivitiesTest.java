package org.lisolo.server.channels.activitypub;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.format.Deliveries;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.testing.SharedData;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What real servers send, payload by payload. The expectations were read by a person. */
class SharedActivitiesTest {
    private static final String FOLDER = "data/text/streams/activitypub/";

    @Test
    void readsEachAsExpected() throws IOException {
        Path folder = SharedData.path(FOLDER);
        SoftAssertions all = new SoftAssertions();
        expectations()
                .forEach(
                        (name, expected) ->
                                all.assertThat(outcome(read(folder.resolve(name))))
                                        .as(name)
                                        .isEqualTo(expected));
        all.assertAll();
    }

    @Test
    void answersForEveryPayload() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path(FOLDER))) {
            assertThat(files.map(file -> outcome(read(file)))).isNotEmpty().doesNotContain("");
        }
    }

    @Test
    void readsTheSameEventsEachTime() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path(FOLDER))) {
            assertThat(files)
                    .allSatisfy(
                            file ->
                                    assertThat(events(read(file)))
                                            .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                                                    "id")
                                            .isEqualTo(events(read(file))));
        }
    }

    @Test
    void readsAMastodonReply() {
        MessageEvent reply = only("lemmyfx__mastodon__activities__create_note.json");
        assertThat(reply.author().handle()).isEqualTo("@felix@mastodon.madrid");
        assertThat(reply.language()).isEqualTo("en");
        assertThat(reply.inReplyTo())
                .isEqualTo("https://mamot.fr/users/retiolus/statuses/107224244380204526");
        assertThat(reply.text())
                .startsWith("@retiolus i have never been disappointed by a thinkpad.")
                .doesNotContain("<");
        assertThat(reply.html()).startsWith("<p>");
    }

    @Test
    void readsALemmyPostWithItsPictureAndLink() {
        MessageEvent post = only("lemmyfx__lemmy__objects__page_image_and_link.json");
        assertThat(post.title()).isEqualTo("Post with image and link");
        assertThat(post.language()).isEqualTo("fr");
        assertThat(post.attachments())
                .extracting(Attachment::mediaType)
                .containsExactly("image/png", "text/html");
    }

    @Test
    void readsAPeerTubeFilmByItsPersonNotItsChannel() {
        MessageEvent film = only("lemmyfx__peertube__objects__video.json");
        assertThat(film.author().networkId())
                .isEqualTo("https://tilvids.com/accounts/thelinuxexperiment");
        assertThat(film.title()).startsWith("Mesa, Wayland & X.org in trouble");
        assertThat(film.html()).as("its text is Markdown").isNull();
    }

    @Test
    void readsWhatAPollOffers() {
        assertThat(only("pleromafx__tesla_mock__poll_modified.json").text())
                .isEqualTo("can you vote on this poll?\n\n- yes\n- no");
    }

    @Test
    void findsTheTopOfAFriendicaConversation() {
        assertThat(only("lemmyfx__friendica__objects__note_2.json").root())
                .isEqualTo("https://lemmy.ml/post/243881");
    }

    private static MessageEvent only(String name) {
        return events(read(SharedData.path(FOLDER + name))).getFirst();
    }

    private static java.util.List<MessageEvent> events(Reading reading) {
        return reading instanceof Reading.Understood understood
                ? understood.events()
                : java.util.List.of();
    }

    private static Reading read(Path file) {
        try {
            return new ActivityPubFormat().read(Files.readAllBytes(file), Deliveries.delivery());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String outcome(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood -> outcome(understood);
            case Reading.NothingToKeep nothing -> "ignored " + nothing.reason().code();
            case Reading.NotUnderstood not -> "set-aside " + not.reason().code();
        };
    }

    private static String outcome(Reading.Understood understood) {
        MessageEvent first = understood.events().getFirst();
        return understood.events().stream()
                        .map(event -> event.kind().name())
                        .collect(Collectors.joining("+"))
                + " "
                + first.visibility()
                + (first.shares() == null ? "" : " shares");
    }

    private static Map<String, String> expectations() throws IOException {
        try (InputStream in =
                SharedActivitiesTest.class.getResourceAsStream(
                        "/channels/activities-expected.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(c -> c[0], c -> c[1], (a, _) -> a, TreeMap::new));
        }
    }
}
