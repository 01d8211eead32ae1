package org.lisolo.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.screening.Match;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;
import org.lisolo.server.archive.Searches.Found;
import org.lisolo.server.archive.Searches.Results;
import org.lisolo.server.archive.Searches.Tally;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Queries over the archive: found by the index, decided by the engine. */
@ServerTest
class QuerySearchesTest {
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");

    @Autowired private Inbox inbox;
    @Autowired private Searches searches;
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Channels channels;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    private Hospital hospital;
    private Said said;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        Channel channel =
                channels.open(
                        hospital.id(),
                        "Page de l'hôpital",
                        ChannelKind.LISOLO,
                        Visibility.ORGANISATION);
        said = Said.in(hospital.id()).on(channel.id()).within();
    }

    @Test
    void findsWhatTheEngineSaysIsTrue() throws Exception {
        accept(
                said.text("Le médecin de garde est absent"),
                said.next("absent, et pas un seul médecin en vue"),
                said.next("Paluuuu chez les enfants de l'hôpital"),
                said.next("v4cc1n gratuit #covid_rdc").by("minsante").language("fr-CD"),
                said.next("SIDA et sida"));
        assertThat(texts("médecin ONEAR/3 absent"))
                .containsExactly("Le médecin de garde est absent");
        assertThat(texts("\"de garde\"")).hasSize(1);
        assertThat(texts("palu -médecin")).containsExactly("Paluuuu chez les enfants de l'hôpital");
        assertThat(texts("h?pital*")).hasSize(1);
        assertThat(texts("disguised:vaccin")).containsExactly("v4cc1n gratuit #covid_rdc");
        assertThat(texts("#covid*")).hasSize(1);
        assertThat(texts("#covid")).isEmpty();
        assertThat(texts("author:minsante lang:fr")).hasSize(1);
        assertThat(texts("{SIDA}")).hasSize(1);
        assertThat(texts("channel:\"page de l'hopital\"")).hasSize(5);
        assertThat(texts("NOT médecin")).hasSize(3);
    }

    @Test
    void takesWordsToTheLetterWherePlainWordsTakeAllForms() throws Exception {
        accept(said.language("fr").text("deux enfants malades"));
        assertThat(texts("enfant malade")).hasSize(1);
        assertThat(texts("\"enfant\"")).isEmpty();
        assertThat(texts("enfant AND malade")).isEmpty();
        assertThat(Wanted.toTheLetter("l’enfant malade"))
                .isEqualTo("\"l\" AND \"enfant\" AND \"malade\"");
    }

    @Test
    void findsWhatIsLinkedAnsweredEditedAndDeleted() throws Exception {
        Said complaint = said.text("une plainte");
        Said other = said.next("voir https://example.org");
        Said edited = said.next("avant").with(new Attachment("image/png", "x", null, null));
        accept(
                complaint,
                complaint.deleted(),
                other,
                other.reply("merci"),
                edited,
                edited.edited("plainte corrigée"));
        assertThat(texts("is:delete plainte*")).containsExactly("une plainte");
        assertThat(texts("is:delete")).containsExactly("une plainte");
        assertThat(texts("NOT is:delete AND plainte"))
                .containsExactly("plainte corrigée", "une plainte");
        assertThat(texts("has:link")).containsExactly("voir https://example.org");
        assertThat(texts("is:reply")).containsExactly("merci");
        assertThat(texts("is:edit")).containsExactly("plainte corrigée");
        assertThat(texts("has:media")).containsExactly("plainte corrigée");
    }

    @Test
    void showsAMessageOnceAndKeepsItsPages() throws Exception {
        Said first = said.text("choléra au marché");
        accept(first, first.edited("choléra au marché central"));
        Said[] many =
                IntStream.range(0, 30)
                        .mapToObj(i -> said.next("choléra " + i))
                        .toArray(Said[]::new);
        accept(many);
        SearchQuery query = query("choléra OR rien");
        Cursor top = searches.top();
        List<String> seen = new ArrayList<>();
        for (Cursor next = top; next != null; ) {
            Results page = searches.find(query, next, 7);
            page.found().forEach(f -> seen.add(f.version().text()));
            next = page.next();
        }
        assertThat(seen).hasSize(31).doesNotHaveDuplicates().endsWith("choléra au marché central");
        assertThat(searches.count(query, top)).isEqualTo(new Tally(31, true));
    }

    @Test
    void saysWhatItCountedAndHowFarItLooked() throws Exception {
        int many = QuerySearches.MOST_LOOKED_AT + 200;
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            arrivals.add(said.next(i == 0 ? "la perle" : "du sable " + i).arrival());
        }
        for (int i = 0; i < many; i += 1_000) {
            inbox.accept(arrivals.subList(i, Math.min(many, i + 1_000)));
        }
        awaitIndex(arrivals.getLast().event().id().value());
        assertThat(searches.count(query("sable OR rien"), searches.top()))
                .isEqualTo(new Tally(Searches.COUNTED, false));
        Results first = searches.find(query("perle -\"du sable\""), searches.top(), 10);
        assertThat(first.found()).as("found by its own word").hasSize(1);
        SearchQuery far = query("NOT sable");
        first = searches.find(far, searches.top(), 10);
        assertThat(first.found()).isEmpty();
        assertThat(first.reached()).isNotNull();
        assertThat(searches.count(far, searches.top())).isEqualTo(new Tally(0, false));
        assertThat(searches.find(far, first.next(), 10).found()).hasSize(1);
    }

    @Test
    void agreesWithTheEngineOnRandomQueries() throws Exception {
        Random random = new Random(4);
        String[] words = {"palu", "Fièvre", "enfants", "l'hôpital", "cholera", "v4ccin", "#mpox"};
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String text =
                    String.join(
                            " ",
                            IntStream.range(0, 1 + random.nextInt(6))
                                    .mapToObj(w -> words[random.nextInt(words.length)])
                                    .toList());
            arrivals.add(said.next(text).by("a" + random.nextInt(3)).arrival());
        }
        inbox.accept(arrivals);
        awaitIndex(arrivals.getLast().event().id().value());
        for (int i = 0; i < 120; i++) {
            String asked = randomQuery(random, 3);
            RuleSet rule = RuleSet.compile(List.of(new Rule("r", asked)));
            long expected = arrivals.stream().filter(a -> isTrue(rule, a)).count();
            assertThat(searches.find(query("(" + asked + ")"), searches.top(), 500).found())
                    .as(asked)
                    .hasSize((int) expected);
        }
    }

    private static boolean isTrue(RuleSet rule, Arrival arrival) {
        List<Match> matches = rule.screen(Screened.post(arrival.event(), "Page de l'hôpital"));
        return !matches.isEmpty();
    }

    private static String randomQuery(Random random, int depth) {
        String[] terms = {
            "palu",
            "fievre",
            "enfant*",
            "h?pital",
            "\"l hopital\"",
            "disguised:vaccin",
            "#mpox",
            "author:a1",
            "{Fièvre}",
            "absent",
            "chol*",
            "\"palu palu\"",
            "channel:page*"
        };
        if (depth == 0 || random.nextInt(4) == 0) {
            return terms[random.nextInt(terms.length)];
        }
        String one = randomQuery(random, depth - 1);
        String other = randomQuery(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> "(" + one + " AND " + other + ")";
            case 1 -> "(" + one + " OR " + other + ")";
            case 2 -> "(" + one + " AND NOT " + other + ")";
            case 3 -> "(NOT " + one + ")";
            default -> "(" + terms[random.nextInt(6)] + " NEAR/2 " + terms[random.nextInt(6)] + ")";
        };
    }

    @Test
    void showsOnThePageHowAQueryWasReadAndWhereItIsWrong() throws Exception {
        accept(said.text("le <b>choléra</b> est là"));
        Visitor awa = hospital.communicator().at(port);
        // what other organisations say to the public is found too
        String here = "&channel=" + said.channel();
        Visitor.Page found = awa.get("/work/archive?q=chol%C3%A9ra+OR+%28rien+mpox%29" + here);
        assertThat(found.text())
                .contains("Lu ainsi", "(cholera OR (rien AND mpox))", "<mark>choléra</mark>")
                .contains("1 message")
                .doesNotContain("<b>choléra");
        Visitor.Page wrong = awa.get("/work/archive?q=chol%C3%A9ra+AND+%28");
        assertThat(wrong.text()).contains("wrong-here", "ne peut pas être lue");
        Visitor.Page words = awa.get("/work/archive?q=chol%C3%A9ra");
        assertThat(words.text()).contains("sous toutes leurs formes", "q=%22chol%C3%A9ra%22");
        Visitor.Page stranger = Visitor.at(port).get("/search?q=chol%C3%A9ra+%28");
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.text()).doesNotContain("wrong-here");
        assertThat(awa.export("/work/archive.csv?q=%22chol%C3%A9ra%22").body()).contains("choléra");
    }

    private List<String> texts(String typed) {
        return searches.find(query(typed), searches.top(), 50).found().stream()
                .map(Found::version)
                .map(version -> version.text())
                .toList();
    }

    private SearchQuery query(String typed) {
        SearchForm form = SearchForm.of(Map.of("q", typed, "channel", said.channel().toString()));
        assertThat(form.problems()).isEmpty();
        return form.query(Sight.ofStaff(hospitalId()), KINSHASA, true);
    }

    private OrganisationId hospitalId() {
        return hospital.id();
    }

    private void accept(Said... events) throws InterruptedException {
        List<Arrival> arrivals = List.of(events).stream().map(Said::arrival).toList();
        inbox.accept(arrivals);
        awaitIndex(arrivals.getLast().event().id().value());
    }

    private void awaitIndex(UUID last) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
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
