package org.lisolo.server.archive.trail;

import org.lisolo.server.evidence.AuditRecord;
import org.lisolo.server.evidence.AuditRecords;
import org.lisolo.server.evidence.AuditSearch;
import org.lisolo.server.evidence.Deed;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CsvWriter;
import org.lisolo.server.platform.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What left the organisation about a person, for that person: 45 CFR 164.528, six years back. */
@Controller
class DisclosuresController {
    private static final int YEARS = 6;
    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_ROWS = 1_000;

    private final Messages messages;
    private final AuditRecords records;
    private final Accounts accounts;
    private final Clock clock;

    DisclosuresController(Messages messages, AuditRecords records, Accounts accounts, Clock clock) {
        this.messages = messages;
        this.records = records;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/work/archive/messages/{id}/disclosures")
    ModelAndView page(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        return new ModelAndView("archive/trail/disclosures", "page", of(id, who));
    }

    @GetMapping("/work/archive/messages/{id}/disclosures.csv")
    ResponseEntity<byte[]> table(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who)
            throws IOException {
        DisclosuresPage page = of(id, who);
        var text = new StringWriter();
        try (CsvWriter csv = new CsvWriter(text)) {
            csv.row(List.of("at", "by", "what", "purpose", "things"));
            for (TrailRow row : page.rows()) {
                AuditRecord record = row.record();
                csv.row(
                        List.of(
                                record.at().toString(),
                                row.who(),
                                record.action(),
                                record.details().map(AuditRecord.Details::reason).orElse(""),
                                String.join(" ", record.things())));
            }
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lisolo-disclosures.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private DisclosuresPage of(UUID id, SignedIn who) {
        Message message =
                messages.find(new MessageId(id), Sight.of(who, Action.SEARCH_ARCHIVE))
                        .filter(m -> m.current().organisation().equals(who.organisation()))
                        .orElseThrow(() -> Problem.notFound("archive.problem.not_found"));
        String author = message.current().author().networkId();
        Map<MessageId, List<EventId>> wrote =
                messages.ofAuthor(who.organisation(), author, MOST_EVENTS);
        Instant now = clock.instant();
        Instant since = now.atZone(who.zone()).minusYears(YEARS).toInstant();
        List<AuditRecord> found =
                records.find(
                        AuditSearch.about(who.organisation().value(), things(wrote))
                                .only(Deed.EXPORT)
                                .since(since),
                        AuditRecords.newest(),
                        MOST_ROWS);
        return new DisclosuresPage(
                message.id(),
                message.current().author().shown(),
                who.organisationName(),
                wrote.size(),
                since,
                now,
                TrailRow.of(found, accounts));
    }

    private static Set<String> things(Map<MessageId, List<EventId>> wrote) {
        Set<String> things = new HashSet<>();
        wrote.forEach(
                (message, events) -> {
                    things.add("messages:" + message);
                    events.forEach(event -> things.add("events:" + event));
                });
        return things;
    }
}
