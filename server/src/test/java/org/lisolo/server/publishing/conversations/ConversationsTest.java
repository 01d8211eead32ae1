package org.lisolo.server.publishing.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the public says is gathered, given, answered for, and kept to those whom it concerns. */
@ServerTest
class ConversationsTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Channels channels;
    @Autowired Inbox inbox;
    @Autowired Erasures erasures;
    @Autowired Teams teams;
    @Autowired ConversationStore store;
    @Autowired JdbcClient jdbc;

    private final String word = "kw" + UUID.randomUUID().toString().replace("-", "");
    private Hospital hospital;
    private Channel page;
    private Visitor awa;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        page = channels.open(hospital.id(), "Page", ChannelKind.LISOLO, Visibility.PUBLIC);
        awa = hospital.communicator().at(port);
    }

    private Said said(String author, String text) {
        return Said.in(hospital.id())
                .on(page.id())
                .by(author + " " + word)
                .at(Instant.now().minusSeconds(3_600))
                .text(text);
    }

    private void hear(Said... all) {
        inbox.accept(List.of(all).stream().map(Said::arrival).toList());
    }

    private int conversations() {
        return jdbc.sql("select count(*) from publishing.conversation where organisation = ?")
                .param(hospital.id().value())
                .query(Integer.class)
                .single();
    }

    private int messages() {
        return jdbc.sql(
                        """
                        select count(*) from publishing.conversation_message m
                          join publishing.conversation c on c.id = m.conversation
                         where c.organisation = ?
                        """)
                .param(hospital.id().value())
                .query(Integer.class)
                .single();
    }

    private Conversation only() throws InterruptedException {
        Ward.until(() -> conversations() > 0);
        UUID id =
                jdbc.sql("select id from publishing.conversation where organisation = ?")
                        .param(hospital.id().value())
                        .query(UUID.class)
                        .single();
        return store.find(hospital.id(), new ConversationId(id)).orElseThrow();
    }

    private Conversation begun(String text) throws InterruptedException {
        hear(said("bijou", text));
        return only();
    }

    private String state() throws InterruptedException {
        return only().state().name();
    }

    private static String[] version(Conversation one, String... more) {
        var fields = new java.util.ArrayList<>(List.of(more));
        fields.add("version");
        fields.add(Integer.toString(one.version()));
        return fields.toArray(String[]::new);
    }

    @Test
    void aCommentWaitsForAnAnswerUntilThePromisedTime() throws Exception {
        Conversation one = begun("À quelle heure ouvre la maternité, " + word + " ?");
        assertThat(one.state()).isEqualTo(ConversationState.OPEN);
        assertThat(one.due().orElseThrow())
                .isEqualTo(one.asked().orElseThrow().plus(Duration.ofHours(24)));
        assertThat(awa.get("/work/conversations").text()).contains(word).contains("À répondre");
        assertThat(awa.get("/work").text()).contains("Quelqu’un attend une réponse");
        assertThat(awa.get(one.path()).text()).contains("À quelle heure ouvre la maternité");
    }

    @Test
    void whatComesLateStandsOnTopAndOnToday() throws Exception {
        begun("Quand ouvrez-vous, " + word + " ?");
        jdbc.sql(
                        """
                        update publishing.conversation set due_at = now() - interval '1 hour'
                         where organisation = ?
                        """)
                .param(hospital.id().value())
                .update();
        hear(said("lebon", "Une autre question " + word));
        Ward.until(() -> conversations() == 2);
        String list = awa.get("/work/conversations").text();
        assertThat(list.indexOf("Quand ouvrez-vous"))
                .isPositive()
                .isLessThan(list.indexOf("Une autre question"));
        assertThat(list).contains("en retard, promise");
        assertThat(awa.get("/work").text()).contains("Réponse en retard");
        assertThat(awa.get("/work/conversations?show=late").text())
                .contains("Quand ouvrez-vous")
                .doesNotContain("Une autre question");
    }

    @Test
    void aThreadIsOneConversation() throws Exception {
        Said first = said("bijou", "Trois heures d’attente " + word);
        Said second = first.reply("Pareil pour nous").by("lebon " + word);
        hear(first, second, second.reply("Merci de le dire").by("bijou " + word));
        Ward.until(() -> messages() == 3);
        assertThat(conversations()).isOne();
        assertThat(awa.get(only().path()).text())
                .contains("Trois heures d’attente")
                .contains("Pareil pour nous")
                .contains("Merci de le dire");
    }

    @Test
    void belowOurOwnPostEachPersonsQuestionIsAConversation() throws Exception {
        Said ours = said("page", "La maternité ouvre à 8 heures.");
        new ConversationSettingStore(jdbc)
                .addVoice(hospital.id(), page.id(), Voice.of(ours.event()));
        Said bijou = ours.reply("Et le samedi ?").by("bijou " + word);
        Said lebon = ours.reply("Il faut payer ?").by("lebon " + word);
        Said again =
                ours.reply("Et le dimanche ?")
                        .by("bijou " + word)
                        .at(Instant.now().minusSeconds(9));
        hear(ours, bijou, lebon, again);
        Ward.until(() -> messages() == 3);
        assertThat(conversations()).isEqualTo(2);

        hear(bijou.reply("Le samedi aussi.").by("page " + word));
        Ward.until(() -> messages() == 4);
        assertThat(awa.get("/work/conversations").text())
                .contains("Il faut payer ?")
                .doesNotContain("dimanche");
        assertThat(awa.get("/work/conversations?show=answered").text()).contains("dimanche");
    }

    @Test
    void whatOnePersonWritesInPrivateIsOneConversation() throws Exception {
        Channel box =
                channels.open(hospital.id(), "Boîte", ChannelKind.LISOLO, Visibility.ORGANISATION);
        Said first = said("bijou", "Bonjour " + word).on(box.id()).within();
        hear(first, first.next("J’ai une question " + word));
        Ward.until(() -> messages() == 2);
        assertThat(conversations()).isOne();

        Conversation one = only();
        Visitor moderator = hospital.staff().get(Role.MODERATOR).at(port);
        assertThat(moderator.get("/work/conversations").text()).doesNotContain(word);
        assertThat(moderator.get(one.path()).status()).isEqualTo(404);
        assertThat(awa.get(one.path()).text()).contains("J’ai une question");
    }

    @Test
    void newWordsOfTheirsOpenWhatWasAnsweredAndClosedButNotWhatIsNotForUs() throws Exception {
        Said first = said("bijou", "Bonjour " + word);
        hear(first);
        Conversation one = only();
        awa.get(one.path());
        awa.post(one.path() + "/turn", version(one, "to", "elsewhere"));
        assertThat(state()).isEqualTo("ANSWERED");
        assertThat(only().due()).isEmpty();
        assertThat(awa.get(one.path()).text()).contains("a répondu par un autre moyen");

        hear(first.reply("Et pour demain ?"));
        Ward.until(() -> messages() == 2);
        assertThat(state()).isEqualTo("OPEN");
        awa.post(one.path() + "/turn", version(only(), "to", "not-ours"));
        hear(first.reply("Bonne journée à tous"));
        Ward.until(() -> messages() == 3);
        assertThat(state()).isEqualTo("NOT_OURS");
    }

    @Test
    void whatTheirAuthorTakesAwayWaitsForNobody() throws Exception {
        Said first = said("bijou", "Une question " + word);
        hear(first);
        only();
        hear(first.deleted());
        Ward.until(
                () ->
                        jdbc.sql(
                                        """
                                        select state from publishing.conversation
                                         where organisation = ?
                                        """)
                                .param(hospital.id().value())
                                .query(String.class)
                                .single()
                                .equals("CLOSED"));
        assertThat(awa.get(only().path()).text()).contains("a supprimé ce qui attendait");
    }

    @Test
    void whoComesSecondIsToldAndKeepsTheirWords() throws Exception {
        Conversation one = begun("Une question " + word);
        Visitor aimee = hospital.staff().get(Role.PROFESSIONAL).at(port);
        aimee.get(one.path());
        awa.get(one.path());
        assertThat(aimee.post(one.path() + "/take", version(one)).status()).isEqualTo(302);
        Visitor.Page second = awa.post(one.path() + "/take", version(one));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text())
                .contains("Quelque chose s’est passé entre-temps")
                .contains("Lukusa Mbaya Aimée a pris la conversation");
        assertThat(only().assignee()).contains(hospital.staff().get(Role.PROFESSIONAL).account());
    }

    @Test
    void isGivenToWhoAnswersOrToATeamAndToNobodyElse() throws Exception {
        Conversation one = begun("Une question " + word);
        awa.get(one.path());
        Visitor.Page page =
                awa.post(
                        one.path() + "/give",
                        version(one, "to", "person:" + hospital.reader().account()));
        assertThat(page.status()).isEqualTo(422);
        TeamId team = teams.make(hospital.id(), "Accueil " + word, Set.of());
        awa.post(one.path() + "/give", version(only(), "to", "team:" + team));
        assertThat(only().team()).contains(team);
        assertThat(awa.get(one.path()).text()).contains("a confié la conversation à l’équipe");
        assertThat(teams.uses(hospital.id(), team)).hasSize(1);

        TeamId foreign = teams.make(elsewhere().id(), "Ailleurs " + word, Set.of());
        assertThat(
                        awa.post(one.path() + "/give", version(only(), "to", "team:" + foreign))
                                .status())
                .isEqualTo(404);
    }

    private static String table(Visitor reader) {
        Visitor.Page table = reader.export("/work/conversations.csv");
        assertThat(table.status()).isEqualTo(200);
        return table.body();
    }

    private Hospital elsewhere() {
        return Hospital.open(organisations, accounts);
    }

    @Test
    void isOfOneOrganisationAlone() throws Exception {
        Conversation one = begun("Une question " + word);
        Visitor other = elsewhere().communicator().at(port);
        assertThat(other.get("/work/conversations").text()).doesNotContain(word);
        assertThat(other.get("/work/conversations?q=" + word).text()).doesNotContain("question");
        other.get("/work/conversations");
        assertThat(other.get(one.path()).status()).isEqualTo(404);
        for (String step : List.of("take", "release", "notes", "turn", "case")) {
            assertThat(
                            other.post(
                                            one.path() + "/" + step,
                                            version(one, "to", "close", "note", "x"))
                                    .status())
                    .as(step)
                    .isEqualTo(404);
        }
        assertThat(only().version()).isEqualTo(one.version());
        assertThat(table(other)).doesNotContain(word);
    }

    @Test
    void isFoundByItsWordsItsChannelAndItsLanguage() throws Exception {
        begun("La vaccination des enfants " + word + " a lieu quand ?");
        Ward.until(() -> awa.get("/work/conversations?q=" + word).text().contains("vaccination"));
        assertThat(awa.get("/work/conversations?q=absent" + word).text())
                .contains("Personne n’attend de réponse");
        assertThat(awa.get("/work/conversations?channel=" + page.id()).text()).contains(word);
        assertThat(awa.get("/work/conversations?channel=" + UUID.randomUUID()).text())
                .doesNotContain("vaccination");
        assertThat(awa.get("/work/conversations?language=fr").text()).contains("vaccination");
        assertThat(awa.get("/work/conversations?language=en").text()).doesNotContain("vaccination");
        assertThat(table(awa)).contains("vaccination des enfants");
    }

    @Test
    void restrictedWordsBeginNothingAndAreShownToNobodyWhoWorks() throws Exception {
        Conversation one = begun("Ma fille " + word + " tousse");
        restrict("bijou " + word);
        Visitor compliance = hospital.compliance().at(port);
        for (Visitor reader : List.of(awa, compliance)) {
            assertThat(reader.get("/work/conversations").text()).doesNotContain(word);
            assertThat(reader.get("/work").text()).doesNotContain(word);
            assertThat(reader.get(one.path()).text()).doesNotContain(word + " tousse");
        }
        assertThat(awa.get(one.path()).text()).contains("Un message n’est pas montré");
        assertThat(table(awa)).doesNotContain(word);

        hear(said("bijou", "Encore moi " + word), said("lebon", "Et moi " + word));
        Ward.until(() -> conversations() == 2);
        assertThat(messages()).isEqualTo(2);
    }

    private void restrict(String author) {
        jdbc.sql(
                        """
                        insert into message.limitation (organisation, author, kind, request, by, at)
                        values (?, ?, 1, ?, ?, now())
                        """)
                .params(
                        hospital.id().value(),
                        author,
                        UUID.randomUUID(),
                        hospital.compliance().account().value())
                .update();
    }

    @Test
    void anErasureLeavesNoTraceOfWhoAskedAndNoNotes() throws Exception {
        Conversation one = begun("Ma fille " + word + " tousse");
        awa.get(one.path());
        awa.post(one.path() + "/notes", "note", "Elle dit que sa fille " + word + " tousse");
        assertThat(awa.get(one.path()).text()).contains("Elle dit que");
        erasures.eraseAuthor(
                hospital.id(), "bijou " + word, new AccountId(UUID.randomUUID()), "demande");
        assertThat(awa.get(one.path()).text())
                .doesNotContain(word)
                .doesNotContain("Elle dit que")
                .contains("effacé définitivement");
        assertThat(only().language()).isEmpty();
        assertThat(state()).isEqualTo("CLOSED");
        assertThat(
                        jdbc.sql("select who from publishing.conversation where id = ?")
                                .param(one.id().value())
                                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                                .single())
                .isEmpty();
        assertThat(awa.get("/work/conversations?show=closed").text()).doesNotContain(word);
    }

    @Test
    void whoWritesIsShownUntilItLapses() throws Exception {
        Conversation one = begun("Une question " + word);
        AccountId aimee = hospital.staff().get(Role.PROFESSIONAL).account();
        Instant now = Instant.now();
        var then = new Presences(jdbc, Clock.fixed(now, ZoneOffset.UTC));
        then.write(one.id(), aimee);
        AccountId reader = hospital.communicator().account();
        assertThat(then.others(List.of(one.id()), reader)).hasSize(1);
        assertThat(then.others(List.of(one.id()), aimee)).isEmpty();
        assertThat(awa.get(one.path()).text())
                .contains("Lukusa Mbaya Aimée écrit une réponse depuis");
        assertThat(awa.get("/work/conversations").text()).contains("écrit une réponse depuis");

        var minutesLater = Clock.fixed(now.plus(Duration.ofMinutes(4)), ZoneOffset.UTC);
        new Presences(jdbc, minutesLater).write(one.id(), aimee);
        assertThat(new Presences(jdbc, minutesLater).others(List.of(one.id()), reader))
                .first()
                .satisfies(
                        present ->
                                assertThat(present.since())
                                        .isCloseTo(
                                                now,
                                                org.assertj.core.api.Assertions.within(
                                                        1, java.time.temporal.ChronoUnit.SECONDS)));
        var later =
                new Presences(jdbc, Clock.fixed(now.plus(Duration.ofMinutes(10)), ZoneOffset.UTC));
        assertThat(later.others(List.of(one.id()), reader)).isEmpty();
    }

    @Test
    void becomesACaseThatSaysHowItBegan() throws Exception {
        Conversation one = begun("On m’a mal reçue " + word);
        awa.get(one.path());
        String file = awa.post(one.path() + "/case").location().orElseThrow();
        assertThat(awa.get(file).text())
                .contains("On m’a mal reçue")
                .contains("a ouvert le dossier depuis une conversation");
        assertThat(awa.get("/work/cases").text()).contains("On m’a mal reçue");
        awa.get(one.path());
        assertThat(awa.post(one.path() + "/case").location()).contains(file);
        assertThat(awa.get(one.path()).text()).contains("en a fait un dossier");
    }

    @Test
    void thePromiseHoldsAlsoForWhoWaitsAlready() throws Exception {
        Conversation one = begun("Une question " + word);
        Visitor admin = hospital.admin().at(port);
        admin.get("/work/conversations/settings");
        assertThat(admin.post("/work/conversations/settings", "hours", "0").status())
                .isEqualTo(422);
        assertThat(
                        admin.post("/work/conversations/settings", "hours", "4", "opens", "08:00")
                                .text())
                .contains("cochez au moins un jour");
        admin.post("/work/conversations/settings", "hours", "2", "phone", "+243 812 345 678");
        assertThat(only().due()).contains(one.asked().orElseThrow().plus(Duration.ofHours(2)));
        assertThat(admin.get("/work/conversations/settings").body()).contains("+243 812 345 678");
        assertThat(awa.get("/work/conversations/settings").status()).isEqualTo(403);
    }

    @Test
    void whatIsHeardOnAChannelThatIsNotToUsIsNoConversation() throws Exception {
        Channel feed = channels.open(hospital.id(), "Flux", ChannelKind.LISOLO, Visibility.PUBLIC);
        Visitor admin = hospital.admin().at(port);
        admin.get("/work/conversations/settings");
        admin.post("/work/conversations/settings", "hours", "24", "unheard", feed.id().toString());
        hear(said("lebon", "Ailleurs " + word).on(feed.id()), said("bijou", "Ici " + word));
        Ward.until(() -> conversations() == 1);
        assertThat(awa.get("/work/conversations").text())
                .contains("Ici " + word)
                .doesNotContain("Ailleurs " + word);
    }

    @Test
    void whatWasSaidLongAgoWaitsForNobody() throws Exception {
        hear(
                said("bijou", "Il y a longtemps " + word)
                        .at(Instant.now().minus(Duration.ofDays(60))),
                said("lebon", "Hier " + word));
        Ward.until(() -> conversations() == 1);
        assertThat(awa.get("/work/conversations").text())
                .contains("Hier " + word)
                .doesNotContain("Il y a longtemps");
    }

    @Test
    void anAccountThatIsOursAnswersFromNowOn() throws Exception {
        Said first = said("bijou", "Une question " + word);
        Said answer = first.reply("Voici la réponse.").by("page " + word);
        hear(first, answer);
        Ward.until(() -> messages() == 2);
        assertThat(state()).isEqualTo("OPEN");
        Visitor admin = hospital.admin().at(port);
        String one = only().path();
        Matcher message =
                Pattern.compile("id=\"m-([0-9a-f-]{36})\"").matcher(admin.get(one).body());
        assertThat(message.find() && message.find()).isTrue();
        admin.post(one + "/ours", "message", message.group(1));
        assertThat(awa.get(one).text()).contains("Nous");
        hear(first.reply("Encore une question"));
        Ward.until(() -> messages() == 3);
        hear(first.reply("Encore une réponse").by("page " + word));
        Ward.until(() -> messages() == 4);
        assertThat(state()).isEqualTo("ANSWERED");
    }
}
