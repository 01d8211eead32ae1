package org.lisolo.server.community.moderation;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Wholes;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.Optional;
import java.util.UUID;

/** The pictures of what somebody decides on, for whoever may see the page on which they do. */
@Controller
class PicturesController {
    private final Reports reports;
    private final HeldWords held;
    private final Appeals appeals;
    private final Decisions decisions;
    private final Contributions contributions;
    private final Wholes wholes;
    private final Desk desk;

    PicturesController(
            Reports reports,
            HeldWords held,
            Appeals appeals,
            Decisions decisions,
            Contributions contributions,
            Wholes wholes,
            Desk desk) {
        this.reports = reports;
        this.held = held;
        this.appeals = appeals;
        this.decisions = decisions;
        this.contributions = contributions;
        this.wholes = wholes;
        this.desk = desk;
    }

    @GetMapping("/moderation/reports/{id}/pictures/{hash}")
    ResponseEntity<byte[]> reported(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable String hash,
            HttpServletRequest request) {
        ReportFile file = reports.file(id, desk.enter(who, request));
        return Desk.picture(written(file.contribution(), hash));
    }

    @GetMapping("/moderation/held/{id}/pictures/{hash}")
    ResponseEntity<byte[]> waiting(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable String hash,
            HttpServletRequest request) {
        Held one = held.find(new ContributionId(id), desk.enter(who, request));
        return Desk.picture(wholes.picture(one.draft(), hash));
    }

    @GetMapping("/moderation/appeals/{id}/pictures/{hash}")
    ResponseEntity<byte[]> appealed(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable String hash,
            HttpServletRequest request) {
        appeals.find(id, desk.enter(who, request));
        Optional<ContributionId> about = decisions.find(id).contribution();
        return Desk.picture(
                about.flatMap(one -> written(one, hash))
                        .or(
                                () ->
                                        about.flatMap(held::find)
                                                .flatMap(
                                                        one -> wholes.picture(one.draft(), hash))));
    }

    private Optional<byte[]> written(ContributionId about, String hash) {
        return contributions.find(about).flatMap(one -> wholes.picture(one, hash));
    }
}
