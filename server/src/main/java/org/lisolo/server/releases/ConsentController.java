package org.lisolo.server.releases;

import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** A release in the form that health records exchange. */
@Controller
class ConsentController {
    private final Releases releases;
    private final Organisations organisations;
    private final Clock clock;

    ConsentController(Releases releases, Organisations organisations, Clock clock) {
        this.releases = releases;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping(Releases.PATH + "/{id}/consent.json")
    ResponseEntity<byte[]> consent(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Release release = releases.own(who, new ReleaseId(id));
        Signature signature =
                releases.signature(release.id())
                        .orElseThrow(() -> Problem.notFound("releases.problem.unsigned"));
        String json =
                ConsentJson.of(
                        release,
                        organisations.name(release.organisation()),
                        signature,
                        clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/fhir+json"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("consent-" + release.id() + ".json")
                                .build()
                                .toString())
                .body(json.getBytes(StandardCharsets.UTF_8));
    }
}
