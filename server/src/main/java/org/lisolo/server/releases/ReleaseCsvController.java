package org.lisolo.server.releases;

import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CsvWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The releases that a list shows, as a table to take along; the words and signatures stay here. */
@Controller
class ReleaseCsvController {
    private static final int MOST = 10_000;

    private final ReleaseStore store;
    private final AuditTrail trail;
    private final Clock clock;

    ReleaseCsvController(ReleaseStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/work/releases.csv")
    ResponseEntity<byte[]> table(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String origin)
            throws IOException {
        Instant now = clock.instant();
        List<Release> releases =
                store.list(ReleaseFilter.of(who.organisation(), view, origin), 0, MOST, now);
        trail.about("releases", releases.stream().map(Release::id).toList());
        var out = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.row(
                    List.of(
                            "release",
                            "person",
                            "standing",
                            "origin",
                            "signer",
                            "aim",
                            "places",
                            "months",
                            "pictures",
                            "asked",
                            "signed",
                            "until",
                            "ended"));
            releases.forEach(release -> csv.row(row(release, now)));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lisolo-releases.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out.toByteArray());
    }

    private static List<String> row(Release release, Instant now) {
        Scope scope = release.scope();
        return List.of(
                release.id().toString(),
                release.person(),
                release.at(now).key(),
                release.origin().key(),
                release.signer().key(),
                scope.aim().key(),
                scope.places().stream()
                        .map(ChannelKind::code)
                        .sorted()
                        .collect(Collectors.joining(" ")),
                Integer.toString(scope.months()),
                Integer.toString(release.pictures().size()),
                release.asked().toString(),
                release.signed().map(Instant::toString).orElse(""),
                release.until().map(Instant::toString).orElse(""),
                release.ended().map(Instant::toString).orElse(""));
    }
}
