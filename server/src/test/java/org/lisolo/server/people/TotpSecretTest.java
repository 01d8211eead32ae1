package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lisolo.testkit.OneTimeCode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class TotpSecretTest {
    /** That of RFC 6238, appendix B. */
    private static final TotpSecret KNOWN =
            TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The last six of the eight digits printed there. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long seconds, String code) {
        Instant then = Instant.ofEpochSecond(seconds);
        assertThat(KNOWN.code(TotpSecret.step(then))).isEqualTo(code);
        assertThat(OneTimeCode.at(KNOWN.base32(), TotpSecret.step(then))).isEqualTo(code);
    }

    @Test
    void isTypedAsTheStandardWritesIt() {
        assertThat(KNOWN.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(TotpSecret.of(new byte[] {'f', 'o', 'o', 'b'}).base32()).isEqualTo("MZXW6YQ");
    }

    @Test
    void takesTheCodeOfTheStepsNextToNow() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = TotpSecret.step(now);
        for (long one = step - 1; one <= step + 1; one++) {
            assertThat(KNOWN.stepOf(KNOWN.code(one), now)).hasValue(one);
        }
        assertThat(KNOWN.stepOf(KNOWN.code(step - 2), now)).isEmpty();
        assertThat(KNOWN.stepOf(KNOWN.code(step + 2), now)).isEmpty();
        assertThat(KNOWN.stepOf("050 471", now)).hasValue(step);
        assertThat(KNOWN.stepOf("", now)).isEmpty();
    }
}
