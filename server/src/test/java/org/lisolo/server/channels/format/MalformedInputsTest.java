package org.lisolo.server.channels.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.activitypub.ActivityPubFormat;
import org.lisolo.server.channels.bluesky.BlueskyFormat;
import org.lisolo.server.channels.lisolo.LisoloFormat;
import org.lisolo.server.message.MessageEvent;

import java.util.List;

class MalformedInputsTest {
    @Test
    void noFormatThrowsOnAnyOfThem() {
        List<Format> formats =
                List.of(new LisoloFormat(), new ActivityPubFormat(), new BlueskyFormat());
        int understood = 0;
        for (byte[] input : MalformedInputs.make(3_000, 20_260_312)) {
            for (Format format : formats) {
                Reading reading = format.read(input.clone(), Deliveries.delivery());
                if (reading instanceof Reading.Understood read) {
                    understood++;
                    assertThat(read.events()).allSatisfy(MalformedInputsTest::isWhole);
                }
            }
        }
        assertThat(understood).as("some are only strange").isBetween(100, 3_000);
    }

    private static void isWhole(MessageEvent event) {
        assertThat(event.networkId()).isNotBlank();
        assertThat(event.text()).doesNotContain("\u0000");
    }
}
