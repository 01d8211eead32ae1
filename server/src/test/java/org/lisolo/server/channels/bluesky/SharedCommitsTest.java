package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.format.Deliveries;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.testing.SharedData;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** What Jetstream really streams, and the records that granary tests with. */
class SharedCommitsTest {
    private static final String STREAMS = "data/text/streams/";

    @Test
    void keepsEveryPostAndRepostAndNothingElse() throws IOException {
        for (String line : lines("bluesky_jetstream_events.jsonl")) {
            JsonNode commit = new JsonMapper().readTree(line).path("commit");
            String collection = commit.path("collection").asString();
            Reading reading = read(line);
            if (collection.equals(BlueskyFormat.POST) || collection.equals(BlueskyFormat.REPOST)) {
                MessageEvent event = ((Reading.Understood) reading).events().getFirst();
                assertThat(event.networkId()).endsWith(commit.path("rkey").asString());
                assertThat(event.text()).isEqualTo(commit.path("record").path("text").asString(""));
                assertThat(
                                event.shares() != null
                                        || !event.text().isEmpty()
                                        || !event.attachments().isEmpty())
                        .isTrue();
            } else {
                assertThat(reading).isInstanceOf(Reading.NothingToKeep.class);
            }
        }
    }

    @Test
    void readsThePostsThatGranaryKnowsByTheirAddress() throws IOException {
        List<Reading> readings =
                lines("bluesky_granary_records.jsonl").stream()
                        .map(line -> new JsonMapper().readTree(line).path("payload").toString())
                        .map(SharedCommitsTest::read)
                        .toList();
        assertThat(readings)
                .filteredOn(Reading.Understood.class::isInstance)
                .extracting(r -> ((Reading.Understood) r).events().getFirst().text())
                .containsExactly(
                        "Add the mutuals custom feed here", "I hereby quote", "The original post");
        assertThat(readings)
                .filteredOn(Reading.NotUnderstood.class::isInstance)
                .extracting(r -> ((Reading.NotUnderstood) r).reason().code())
                .containsOnly("bluesky.no-type", "bluesky.no-address", "bluesky.missing");
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(SharedData.path(STREAMS + file));
    }

    private static Reading read(String json) {
        return new BlueskyFormat()
                .read(json.getBytes(StandardCharsets.UTF_8), Deliveries.delivery());
    }
}
