package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.platform.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.net.URI;

/** Leads from a short address to the one it stands for. No cookie, and nothing kept of who came. */
@Controller
class ShortLinkController {
    private final Campaigns campaigns;

    ShortLinkController(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GetMapping("/l/{code}")
    ResponseEntity<Void> follow(@PathVariable String code) {
        String address =
                campaigns
                        .follow(code)
                        .orElseThrow(() -> Problem.notFound("campaigns.problem.link"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
