package org.lisolo.server.publishing.posts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What RFC 5545 asks of lines, characters and times. */
class CalendarFileTest {
    private static final String LONG =
            "Journée « santé », à l’hôpital ; avec \\ et\nune autre ligne ".repeat(4) + "👩🏾‍⚕️";

    private final String file =
            CalendarFile.of(
                    "Publications, Hôpital",
                    List.of(
                            new CalendarFile.Event(
                                    "one@lisolo",
                                    Instant.parse("2027-03-28T01:30:00Z"),
                                    Instant.parse("2027-03-01T08:00:00Z"),
                                    LONG,
                                    "Approuvée",
                                    "https://lisolo.example/work/posts/1",
                                    true)));

    @Test
    void linesEndAndFoldAsTheyMustAndNeverWithinACharacter() {
        assertThat(file).endsWith("END:VCALENDAR\r\n").doesNotContainPattern("(?<!\r)\n");
        for (String line : file.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD");
        }
        assertThat(file.split("\r\n ", -1)).hasSizeGreaterThan(3);
    }

    @Test
    void unfoldedItSaysWhatWasMeant() {
        String whole = file.replace("\r\n ", "");
        assertThat(whole)
                .contains("SUMMARY:Journée « santé »\\, à l’hôpital \\; avec \\\\ et\\nune autre")
                .contains("👩🏾‍⚕️\r\n")
                .contains("DTSTART:20270328T013000Z\r\n")
                .contains("DTSTAMP:20270301T080000Z\r\n")
                .contains("STATUS:CONFIRMED\r\n")
                .contains("NAME:Publications\\, Hôpital\r\n");
    }
}
