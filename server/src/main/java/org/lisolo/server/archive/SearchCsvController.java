package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.archive.Searches.Found;
import org.lisolo.server.archive.Searches.Results;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Purpose;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of a search as a table to take along. */
@Controller
class SearchCsvController {
    private static final int AT_ONCE = 200;
    private static final int MOST_ROWS = 100_000;

    private final Searches searches;
    private final Channels channels;
    private final AuditTrail trail;

    SearchCsvController(Searches searches, Channels channels, AuditTrail trail) {
        this.searches = searches;
        this.channels = channels;
        this.trail = trail;
    }

    @GetMapping("/work/archive.csv")
    ResponseEntity<StreamingResponseBody> table(
            @RequestParam Map<String, String> typed,
            @RequestParam String purpose,
            @AuthenticationPrincipal SignedIn who) {
        SearchForm form = SearchForm.of(typed);
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        Sight sight = Sight.of(who, Action.EXPORT_ARCHIVE, Purpose.ofKey(purpose).orElseThrow());
        SearchQuery query = form.query(sight, who.zone(), true);
        Map<String, String> names = channels.names(who.organisation());
        AuditDraft draft = trail.current().orElseThrow();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lisolo-archive.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> export(draft, query, names, out));
    }

    /** On a thread of its own, to which the audit record goes along. */
    private void export(
            AuditDraft draft, SearchQuery query, Map<String, String> names, OutputStream out)
            throws IOException {
        trail.begin(draft, false);
        try {
            write(query, names, out);
        } finally {
            trail.end();
        }
    }

    private void write(SearchQuery query, Map<String, String> names, OutputStream out)
            throws IOException {
        try (CsvWriter csv = new CsvWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.row(
                    List.of(
                            "message",
                            "channel",
                            "author",
                            "author_id",
                            "published",
                            "language",
                            "versions",
                            "deleted",
                            "visibility",
                            "text"));
            int rows = 0;
            @Nullable Cursor next = searches.top();
            while (next != null && rows < MOST_ROWS) {
                Results page = searches.find(query, next, AT_ONCE);
                trail.part();
                page.found().forEach(found -> csv.row(cells(found, names)));
                rows += page.found().size();
                next = page.next();
            }
        }
    }

    private static List<String> cells(Found found, Map<String, String> names) {
        Message message = found.message();
        MessageEvent version = found.version();
        return List.of(
                message.id().toString(),
                names.getOrDefault(version.channel().toString(), ""),
                version.author().shown(),
                version.author().networkId(),
                version.happenedAt().toString(),
                Screened.language(version),
                Integer.toString(message.versions().size()),
                message.deletion().map(deletion -> deletion.happenedAt().toString()).orElse(""),
                version.visibility().name().toLowerCase(Locale.ROOT),
                version.text());
    }
}
