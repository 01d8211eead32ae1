package org.lisolo.server.archive.trail;

import org.lisolo.server.evidence.AuditRecord;
import org.lisolo.server.evidence.AuditRecords;
import org.lisolo.server.evidence.AuditSearch;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The audit trail as a table to take along, which is an export like any other. */
@Controller
class TrailCsvController {
    private static final int AT_ONCE = 500;
    private static final int MOST_ROWS = 200_000;

    private final AuditRecords records;
    private final Accounts accounts;

    TrailCsvController(AuditRecords records, Accounts accounts) {
        this.records = records;
        this.accounts = accounts;
    }

    @GetMapping("/work/trail.csv")
    ResponseEntity<StreamingResponseBody> table(
            @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn who) {
        TrailForm form = TrailForm.of(typed);
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        AuditSearch search = form.search(who);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lisolo-trail.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> write(search, out));
    }

    private void write(AuditSearch search, OutputStream out) throws IOException {
        try (CsvWriter csv = new CsvWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.row(
                    List.of(
                            "record", "at", "who", "account", "deed", "action", "route", "things",
                            "address", "reason"));
            UUID before = AuditRecords.newest();
            int rows = 0;
            boolean more = true;
            while (more && rows < MOST_ROWS) {
                List<AuditRecord> part = records.find(search, before, AT_ONCE);
                write(part, csv);
                rows += part.size();
                more = part.size() == AT_ONCE;
                before = part.isEmpty() ? before : part.getLast().id();
            }
        }
    }

    private void write(List<AuditRecord> part, CsvWriter csv) {
        Set<AccountId> actors = new HashSet<>();
        part.forEach(record -> record.actor().map(AccountId::new).ifPresent(actors::add));
        Map<AccountId, String> names = accounts.names(actors);
        for (AuditRecord record : part) {
            String who = record.actor().map(actor -> names.get(new AccountId(actor))).orElse("");
            csv.row(
                    List.of(
                            record.id().toString(),
                            record.at().toString(),
                            who,
                            record.actor().map(UUID::toString).orElse(""),
                            record.deed().key(),
                            record.action(),
                            record.route(),
                            String.join(" ", record.things()),
                            record.details().map(AuditRecord.Details::address).orElse(""),
                            record.details().map(AuditRecord.Details::reason).orElse("")));
        }
    }
}
