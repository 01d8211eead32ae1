package org.lisolo.server.publishing.posts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A calendar as other programs read it (iCalendar, RFC 5545; the hint of how often to look again,
 * RFC 7986). Times are in UTC, so that no change of clocks can be read in two ways.
 */
final class CalendarFile {
    /** Octets of a line without its end (RFC 5545, 3.1). */
    private static final int LINE = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder file = new StringBuilder();

    private CalendarFile() {}

    /**
     * One thing that happens.
     *
     * @param id never another's
     * @param changed when it was last another
     * @param certain whether it will happen as far as anybody knows
     */
    record Event(
            String id,
            Instant at,
            Instant changed,
            String summary,
            String description,
            String url,
            boolean certain) {}

    static String of(String name, List<Event> events) {
        CalendarFile calendar = new CalendarFile();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Lisolo//Calendar//FR");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("NAME:" + escaped(name));
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        events.forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.file.toString();
    }

    private void event(Event event) {
        line("BEGIN:VEVENT");
        line("UID:" + event.id());
        line("DTSTAMP:" + UTC.format(event.changed()));
        line("LAST-MODIFIED:" + UTC.format(event.changed()));
        line("DTSTART:" + UTC.format(event.at().truncatedTo(ChronoUnit.SECONDS)));
        line("DURATION:PT15M");
        line("SUMMARY:" + escaped(event.summary()));
        line("DESCRIPTION:" + escaped(event.description()));
        line("URL:" + event.url());
        line("STATUS:" + (event.certain() ? "CONFIRMED" : "TENTATIVE"));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Folded where it is too long, and never within a character. */
    private void line(String text) {
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            String one = Character.toString(sign);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(one);
            octets += size;
            at += Character.charCount(sign);
        }
        file.append("\r\n");
    }
}
