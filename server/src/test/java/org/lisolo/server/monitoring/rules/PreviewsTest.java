package org.lisolo.server.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.screening.ErrorPlace;
import org.lisolo.screening.Query;
import org.lisolo.screening.QueryError;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.monitoring.past.Days;
import org.lisolo.server.monitoring.past.Fallen;
import org.lisolo.server.testing.Said;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class PreviewsTest {
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
    private static final Instant NOW = Instant.parse("2026-03-12T23:30:00Z");

    private final Said said = Said.somewhere().at(NOW.minusSeconds(600));

    @Test
    void countsWhatTheRuleWouldHaveCaught() {
        List<MessageEvent> recent =
                List.of(
                        said.next("la FIÈVRE est tombée").event(),
                        said.next("bonjour").event(),
                        said.next("de la fievre").at(NOW.minus(Duration.ofDays(3))).event());
        Preview preview = look("fièvre", recent);
        assertThat(preview.looked()).isEqualTo(3);
        assertThat(preview.caught()).isEqualTo(2);
        assertThat(preview.complete()).isTrue();
        assertThat(preview.examples()).hasSize(2);
    }

    @Test
    void countsDaysInTheZoneOfTheOrganisation() {
        // half past eleven in the evening in UTC is the next day in Kinshasa
        Preview preview = look("fièvre", List.of(said.next("fièvre").at(NOW).event()));
        assertThat(preview.days().list()).hasSize(31);
        assertThat(preview.days().list().getLast())
                .isEqualTo(new Days.Day(LocalDate.parse("2026-03-13"), 1));
    }

    @Test
    void passesOverDeletionsAndOtherChannels() {
        MessageEvent elsewhere = Said.somewhere().text("fièvre").event();
        List<MessageEvent> recent =
                List.of(said.next("fièvre").event(), said.deleted().event(), elsewhere);
        Preview preview = look("fièvre", Set.of(said.channel()), recent);
        assertThat(preview.looked()).isEqualTo(1);
        assertThat(preview.caught()).isEqualTo(1);
    }

    @Test
    void showsDeletionsToQueriesThatAskForThem() {
        Said plainte = said.next("une plainte");
        MessageEvent first = plainte.event();
        MessageEvent deletion = plainte.deleted().event();
        Trial trial = new Trial(query("is:delete plainte"), Set.of(), _ -> "", KINSHASA);
        Message message = new Message(first.message(), List.of(first, deletion));
        trial.look(List.of(deletion, first), new Fallen(Map.of(message.id(), message)));
        Preview preview = trial.preview(NOW.minus(Previews.PERIOD), NOW, true);
        assertThat(preview.caught()).isEqualTo(1);
        assertThat(preview.looked()).isEqualTo(1);
        assertThat(preview.examples().getFirst().excerpt().plain()).isEqualTo("une plainte");
    }

    @Test
    void showsTheErrorAtItsColumnAlsoBehindAnEmoji() {
        String typed = "😷 AND (fièvre";
        QueryError error = (QueryError) Query.parse(typed);
        PreviewPage page =
                new PreviewPage(
                        typed,
                        Optional.of(error),
                        "",
                        List.of(),
                        Optional.empty(),
                        false,
                        Map.of());
        ErrorPlace place = page.place();
        assertThat(place.before() + place.wrong() + place.after()).isEqualTo(typed);
        assertThat(typed.codePointCount(0, place.before().length())).isEqualTo(error.column() - 1);
    }

    private static Preview look(String query, List<MessageEvent> recent) {
        return look(query, Set.of(), recent);
    }

    private static Preview look(String query, Set<ChannelId> channels, List<MessageEvent> recent) {
        Trial trial = new Trial(query(query), channels, _ -> "", KINSHASA);
        trial.look(recent, new Fallen(Map.of()));
        return trial.preview(NOW.minus(Previews.PERIOD), NOW, true);
    }

    private static Query query(String source) {
        return (Query) Query.parse(source);
    }
}
