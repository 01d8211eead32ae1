package org.lisolo.server.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Limits.Counting;

class LimitsTest {
    /** One flag of two letters, one family of seven code points, an e with its accent apart. */
    private static final String SEEN_AS_THREE = "🇨🇩👨‍👩‍👧‍👦e\u0301";

    @Test
    void countsAsTheNetworkCounts() {
        assertThat(Limits.of(10, Counting.GRAPHEMES).count(SEEN_AS_THREE)).isEqualTo(3);
        assertThat(Limits.of(10, Counting.CODE_POINTS).count(SEEN_AS_THREE)).isEqualTo(11);
    }

    @Test
    void tellsHowMuchIsTooLong() {
        Limits limits = Limits.of(3, Counting.GRAPHEMES);
        assertThat(limits.tooLongBy("abc")).isZero();
        assertThat(limits.tooLongBy("abcde")).isEqualTo(2);
        assertThat(limits.takes(SEEN_AS_THREE)).isTrue();
    }

    @Test
    void fewCharactersCanBeTooManyBytes() {
        Limits limits = Limits.of(3, Counting.GRAPHEMES).withBytes(20);
        assertThat(limits.takes("abc")).isTrue();
        assertThat(limits.tooLongBy(SEEN_AS_THREE)).isEqualTo(8 + 25 + 3 - 20);
    }
}
