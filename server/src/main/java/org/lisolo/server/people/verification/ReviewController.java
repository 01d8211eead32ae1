package org.lisolo.server.people.verification;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.verification.ReviewsPage.Show;
import org.lisolo.server.people.verification.Verification.State;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The queue of requests to an organisation, and its decisions. */
@Controller
@RequestMapping("/work/verifications")
class ReviewController {
    private static final int PAGE = 50;

    private final Verifications verifications;
    private final Accounts accounts;

    ReviewController(Verifications verifications, Accounts accounts) {
        this.verifications = verifications;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "OPEN") String show,
            @RequestParam(defaultValue = "0") String page) {
        Show shown =
                Arrays.stream(Show.values())
                        .filter(one -> one.name().equals(show))
                        .findFirst()
                        .orElse(Show.OPEN);
        int number = page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
        List<Verification> found = verifications.list(who.organisation(), states(shown), number);
        return new ModelAndView(
                "verification/reviews",
                "page",
                new ReviewsPage(
                        verifications.verifiers().containsKey(who.organisation()),
                        shown,
                        found.stream().limit(PAGE).toList(),
                        number,
                        found.size() > PAGE));
    }

    private static Set<State> states(Show show) {
        return switch (show) {
            case OPEN -> Set.of(State.ASKED);
            case STANDING -> Set.of(State.VERIFIED, State.SUSPENDED);
            case ENDED -> Set.of(State.WITHDRAWN, State.REFUSED, State.REVOKED, State.RENEWED);
        };
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page(who, new VerificationId(id), "", List.of());
    }

    @GetMapping("/{id}/documents/{number}")
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable int number) {
        Document document = verifications.document(new VerificationId(id), number, who);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(document.content());
    }

    @PostMapping("/{id}/verify")
    ModelAndView verify(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return decide(
                who,
                id,
                reason,
                redirect,
                "people.verification.verified",
                one -> verifications.verify(one, who, months, reason));
    }

    @PostMapping("/{id}/refuse")
    ModelAndView refuse(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return decide(
                who,
                id,
                reason,
                redirect,
                "people.verification.refused",
                one -> verifications.refuse(one, who, reason));
    }

    @PostMapping("/{id}/suspend")
    ModelAndView suspend(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return decide(
                who,
                id,
                reason,
                redirect,
                "people.verification.suspended",
                one -> verifications.suspend(one, who, reason));
    }

    @PostMapping("/{id}/resume")
    ModelAndView resume(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return decide(
                who,
                id,
                reason,
                redirect,
                "people.verification.resumed",
                one -> verifications.resume(one, who, reason));
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return decide(
                who,
                id,
                reason,
                redirect,
                "people.verification.revoked",
                one -> verifications.revoke(one, who, reason));
    }

    private interface Deed {
        void on(VerificationId id);
    }

    private ModelAndView decide(
            SignedIn who,
            UUID id,
            String reason,
            RedirectAttributes redirect,
            String done,
            Deed deed) {
        var verification = new VerificationId(id);
        String name = verifications.find(verification, who).claim().name();
        try {
            deed.on(verification);
        } catch (Problem problem) {
            if (!(problem.place() instanceof Problem.Place.Field)) {
                throw problem;
            }
            ModelAndView again = page(who, verification, reason, List.of(problem));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
        redirect.addFlashAttribute("notice", Notice.of(done, name));
        return new ModelAndView("redirect:/work/verifications/" + id);
    }

    private ModelAndView page(
            SignedIn who, VerificationId id, String reason, List<Problem> problems) {
        Verification one = verifications.find(id, who);
        List<VerificationStep> steps = verifications.steps(id);
        Map<AccountId, String> names =
                accounts.names(
                        steps.stream().map(VerificationStep::by).filter(Objects::nonNull).toList());
        var page =
                new ReviewPage(
                        one,
                        verifications.documentNames(id),
                        steps.stream()
                                .map(step -> new ReviewPage.Step(step, by(step, one, names)))
                                .toList(),
                        reason,
                        problems);
        return new ModelAndView("verification/review", "page", page);
    }

    /** The person themselves by the name they claim: their pseudonym is nobody's business here. */
    private static String by(
            VerificationStep step, Verification one, Map<AccountId, String> names) {
        AccountId by = step.by();
        if (by == null) {
            return "";
        }
        return by.equals(one.account()) ? one.claim().name() : names.getOrDefault(by, "");
    }
}
