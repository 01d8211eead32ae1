package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One's own places: going from one organisation to another, and leaving one. */
@Controller
@RequestMapping("/organisations")
class MembershipsController {
    private final MembershipStore memberships;
    private final Accounts accounts;
    private final Departures departures;
    private final OpenSession sessions;

    MembershipsController(
            MembershipStore memberships,
            Accounts accounts,
            Departures departures,
            OpenSession sessions) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.departures = departures;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who) {
        var page =
                new MembershipsPage(
                        memberships.of(who.account()),
                        who.organisation(),
                        memberships.hasPseudonym(who.account()));
        return new ModelAndView("people/memberships", "page", page);
    }

    @PostMapping("/switch")
    String change(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam UUID organisation,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedIn there =
                accounts.in(who.account(), new OrganisationId(organisation))
                        .orElseThrow(MembershipsController::unknown);
        sessions.keep(there, request, response);
        return "redirect:" + there.home();
    }

    @GetMapping("/{id}/leave")
    ModelAndView confirm(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page(who, own(who, id), List.of());
    }

    @PostMapping("/{id}/leave")
    ModelAndView leave(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String successor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Membership own = own(who, id);
        try {
            departures.leave(
                    who.account(),
                    own.organisation(),
                    who.account(),
                    LeaveForm.successor(successor));
        } catch (Problem problem) {
            ModelAndView again = page(who, own, List.of(problem));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
        redirect.addFlashAttribute("notice", Notice.of("people.leave.done", own.name()));
        Optional<SignedIn> elsewhere = accounts.signedIn(who.account());
        elsewhere.ifPresent(one -> sessions.keep(one, request, response));
        return new ModelAndView("redirect:" + elsewhere.map(SignedIn::home).orElse("/"));
    }

    private Membership own(SignedIn who, UUID id) {
        return memberships.of(who.account()).stream()
                .filter(one -> one.organisation().value().equals(id))
                .findFirst()
                .orElseThrow(MembershipsController::unknown);
    }

    private ModelAndView page(SignedIn who, Membership own, List<Problem> problems) {
        Departures.Leaving leaving = departures.leaving(who.account(), own.organisation());
        var page =
                new LeavePage(
                        true,
                        who.displayName(),
                        own.name(),
                        "/organisations/" + own.organisation() + "/leave",
                        "/organisations",
                        leaving.things(),
                        leaving.lastAdministrator(),
                        LeaveForm.options(leaving),
                        problems);
        return new ModelAndView("people/end", "page", page);
    }

    private static Problem unknown() {
        return Problem.notFound("people.organisation.unknown");
    }
}
