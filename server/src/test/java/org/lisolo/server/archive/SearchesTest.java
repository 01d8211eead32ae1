package org.lisolo.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.archive.Searches.Found;
import org.lisolo.server.archive.Searches.Results;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ServerTest
class SearchesTest {
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");

    @Autowired private Inbox inbox;
    @Autowired private Searches searches;
    @Autowired private Headlines headlines;
    @Autowired private Erasures erasures;
    @Autowired private JdbcClient jdbc;

    private final OrganisationId hospital = new OrganisationId(UUID.randomUUID());
    // a channel of its own keeps each test's messages apart
    private Said said;

    @BeforeEach
    void openChannel() {
        said = Said.in(hospital);
    }

    @Test
    void findsFrenchWordsByTheirStemWithoutAccents() throws Exception {
        accept(said.language("fr").text("Les patientes diabétiques mangeaient des pommes"));
        assertThat(texts(Map.of("q", "diabetique"))).hasSize(1);
        assertThat(texts(Map.of("q", "PATIENTE pomme"))).hasSize(1);
        assertThat(texts(Map.of("q", "poire"))).isEmpty();
    }

    @Test
    void findsEnglishWordsByTheirStem() throws Exception {
        accept(said.language("en").text("Two nurses were vaccinating children"));
        assertThat(texts(Map.of("q", "vaccinated nurse"))).hasSize(1);
    }

    @Test
    void findsWordsOfOtherLanguagesAsTheyStand() throws Exception {
        accept(said.language("ln").text("Mbote na yo, malili makasi lelo"));
        assertThat(texts(Map.of("q", "makasi"))).hasSize(1);
    }

    @Test
    void understandsPhrasesAlternativesAndExclusions() throws Exception {
        accept(said.text("fièvre jaune au port"), said.next("maillot jaune, pas de fièvre"));
        assertThat(texts(Map.of("q", "\"fièvre jaune\""))).hasSize(1);
        assertThat(texts(Map.of("q", "jaune -maillot"))).containsExactly("fièvre jaune au port");
        assertThat(texts(Map.of("q", "port OR maillot"))).hasSize(2);
    }

    @Test
    void takesWhateverIsTypedForWords() throws Exception {
        accept(said.text("rien"));
        for (String odd :
                List.of(
                        "'",
                        "\"",
                        "!(&|",
                        "zqkj\0wxvq",
                        "%s {0} ::",
                        "-",
                        "😷",
                        "x".repeat(200),
                        "#'*:")) {
            assertThat(found(SearchForm.of(Map.of("q", odd)))).as(odd).isEmpty();
        }
    }

    @Test
    void findsByAuthorDayAndChannel() throws Exception {
        accept(said.by("maman_bijou").text("bonjour"), said.next("bonsoir").by("papalebon"));
        assertThat(texts(Map.of("author", "@maman_bijou"))).containsExactly("bonjour");
        assertThat(texts(Map.of("from", "2026-03-12", "to", "2026-03-12"))).hasSize(2);
        assertThat(texts(Map.of("from", "2026-03-13"))).isEmpty();
    }

    @Test
    void findsWhatWasEditedOrDeleted() throws Exception {
        Said deleted = said.next("supprimé");
        Said edited = said.next("avant");
        accept(
                said.text("ni l’un ni l’autre"),
                deleted,
                deleted.deleted(),
                edited,
                edited.edited("après"));
        assertThat(texts(Map.of("state", "deleted"))).containsExactly("supprimé");
        assertThat(texts(Map.of("state", "edited"))).containsExactly("après");
        assertThat(texts(Map.of("q", "avant"))).containsExactly("avant");
    }

    @Test
    void showsAMessageOnceByItsNewestMatchingVersion() throws Exception {
        Said first = said.text("choléra au marché");
        accept(first, first.edited("choléra au marché central"));
        assertThat(texts(Map.of("q", "choléra"))).containsExactly("choléra au marché central");
    }

    @Test
    void showsStrangersNeitherWhatIsDeletedNorWhatIsWithin() throws Exception {
        String word = "mot" + UUID.randomUUID().toString().replace("-", "");
        Said deleted = said.next(word + " supprimé");
        accept(
                said.text(word + " public"),
                said.next(word + " interne").within(),
                deleted,
                deleted.deleted());
        SearchForm form = SearchForm.of(Map.of("q", word));
        Results results =
                searches.find(form.query(Sight.ofPublic(), KINSHASA, false), searches.top(), 10);
        assertThat(results.found())
                .extracting(f -> f.version().text())
                .containsExactly(word + " public");
        assertThat(
                        searches.find(
                                        form.query(
                                                Sight.ofStaff(
                                                        new OrganisationId(UUID.randomUUID())),
                                                KINSHASA,
                                                true),
                                        searches.top(),
                                        10)
                                .found())
                .hasSize(2);
    }

    @Test
    void keepsItsPagesWhileMessagesComeIn() throws Exception {
        Said[] many =
                IntStream.range(0, 30).mapToObj(i -> said.next("page " + i)).toArray(Said[]::new);
        accept(many);
        SearchQuery query = query(Map.of());
        Cursor top = searches.top();
        Results first = searches.find(query, top, 12);
        accept(said.next("venu après"));
        List<String> seen =
                new ArrayList<>(first.found().stream().map(f -> f.version().text()).toList());
        for (Cursor next = first.next(); next != null; ) {
            Results page = searches.find(query, next, 12);
            page.found().forEach(f -> seen.add(f.version().text()));
            next = page.next();
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(i -> "page " + (29 - i)).toList());
        assertThat(searches.count(query, top)).isEqualTo(new Searches.Tally(30, true));
    }

    @Test
    void marksTheWordsInTheHeadline() throws Exception {
        accept(said.language("fr").text("On parle de fièvres ici, et de rien d’autre."));
        Found found =
                searches.find(query(Map.of("q", "fièvre")), searches.top(), 1).found().getFirst();
        List<Headlines.Piece> pieces =
                headlines.of(List.of(found), new Wanted.Words("fièvre")).get(found.version().id());
        assertThat(pieces)
                .filteredOn(Headlines.Piece::found)
                .extracting(Headlines.Piece::text)
                .containsExactly("fièvres");
        assertThat(pieces.stream().map(Headlines.Piece::text).collect(Collectors.joining()))
                .startsWith("On parle de fièvres");
    }

    @Test
    void findsTheWordsOfADescription() throws Exception {
        accept(
                said.text("voir l’affiche")
                        .with(new Attachment("image/png", "Horaires de la maternité", null, null)));
        assertThat(texts(Map.of("q", "maternité"))).hasSize(1);
    }

    @Test
    void forgetsWhatIsErased() throws Exception {
        Said secret = said.by("p" + UUID.randomUUID()).text("confidence");
        accept(secret);
        assertThat(texts(Map.of("q", "confidence"))).hasSize(1);
        erasures.eraseAuthor(
                hospital, secret.author(), new AccountId(UUID.randomUUID()), "demande");
        assertThat(texts(Map.of("q", "confidence"))).isEmpty();
        assertThat(
                        jdbc.sql("select count(*) from archive.document where channel = ?")
                                .param(said.channel().value())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private List<Found> found(SearchForm form) {
        return searches.find(
                        form.query(Sight.ofStaff(hospital), KINSHASA, true), searches.top(), 50)
                .found();
    }

    private List<String> texts(Map<String, String> typed) {
        return searches.find(query(typed), searches.top(), 50).found().stream()
                .map(found -> found.version().text())
                .toList();
    }

    private SearchQuery query(Map<String, String> typed) {
        Map<String, String> here = new java.util.HashMap<>(typed);
        here.put("channel", said.channel().toString());
        SearchForm form = SearchForm.of(here);
        assertThat(form.problems()).isEmpty();
        return form.query(Sight.ofStaff(hospital), KINSHASA, true);
    }

    /** Accepts, and waits until the last of them can be found. */
    private void accept(Said... events) throws InterruptedException {
        List<Arrival> arrivals = List.of(events).stream().map(Said::arrival).toList();
        inbox.accept(arrivals);
        UUID last = arrivals.getLast().event().id().value();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (jdbc.sql("select count(*) from archive.document where event = ?")
                        .param(last)
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).as("the index has followed").isBefore(deadline);
            Thread.sleep(20);
        }
    }
}
