package org.lisolo.server.demo;

import org.lisolo.server.directory.EntryKind;
import org.lisolo.server.directory.NewEntries;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The sample hospital's places of care and its people. All are invented and say so; their numbers
 * can't be dialled.
 */
@Component
class SampleDirectory {
    private final NewEntries entries;
    private final Clock clock;

    SampleDirectory(NewEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    void enter(OrganisationId organisation, ZoneId zone) {
        String[] parts = text().split("\n\n", -1);
        for (String part : parts) {
            Map<String, String> fields = new LinkedHashMap<>();
            part.lines()
                    .filter(line -> line.contains(" = "))
                    .forEach(
                            line ->
                                    fields.put(
                                            line.substring(0, line.indexOf(" = ")),
                                            line.substring(line.indexOf(" = ") + 3)));
            if (fields.isEmpty()) {
                continue;
            }
            String ago = fields.remove("joined_days_ago");
            if (ago != null) {
                LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
                fields.put("joined", today.minusDays(Long.parseLong(ago)).toString());
            }
            EntryKind kind =
                    fields.containsKey("name") ? EntryKind.FACILITY : EntryKind.PROFESSIONAL;
            entries.enter(organisation, zone, kind, fields);
        }
        entries.present(
                organisation,
                "Organisation d’exemple : tout y est inventé.",
                "Exemple de règles : nous répondons aux questions générales, jamais aux cas"
                    + " personnels en public ; nous ne publions rien d’un patient sans son accord"
                    + " écrit ; nous corrigeons nos erreurs à l’endroit où nous les avons faites.");
    }

    private static String text() {
        try (InputStream in =
                Objects.requireNonNull(
                        SampleDirectory.class.getResourceAsStream("/demo/directory.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
