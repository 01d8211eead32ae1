package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.platform.LocalPath;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The second step of a sign-in. */
@Controller
class SecondStepController {
    private static final int FEW_CODES = 4;

    private final SecondFactors factors;
    private final Accounts accounts;
    private final OpenSession sessions;
    private final SignInTrail trail;
    private final Clock clock;

    SecondStepController(
            SecondFactors factors,
            Accounts accounts,
            OpenSession sessions,
            SignInTrail trail,
            Clock clock) {
        this.factors = factors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/sign-in/second")
    ModelAndView form(HttpServletRequest request) {
        return PendingSignIn.of(request, clock.instant())
                .map(pending -> page(pending, List.of()))
                .orElseGet(() -> new ModelAndView("redirect:/sign-in"));
    }

    @PostMapping("/sign-in/second")
    ModelAndView check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<PendingSignIn> known = PendingSignIn.of(request, clock.instant());
        if (known.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        PendingSignIn pending = known.get();
        return switch (factors.check(pending.account(), code, request.getRemoteAddr())) {
            case SecondFactors.Answer.Right() -> welcome(pending, request, response);
            case SecondFactors.Answer.Recovered(int left) -> {
                trail.happened("RECOVERY_CODE_USED", pending.account(), request.getRemoteAddr());
                ModelAndView onward = welcome(pending, request, response);
                if (left < FEW_CODES) {
                    redirect.addFlashAttribute("notice", Notice.of("people.recovery.few", left));
                }
                yield onward;
            }
            case SecondFactors.Answer.Wrong() ->
                    refused(
                            pending,
                            Problem.invalid("people.second.wrong").atField("code"),
                            request);
            case SecondFactors.Answer.Wait(var howLong) ->
                    refused(pending, SignInController.wait(howLong), request);
        };
    }

    private ModelAndView welcome(
            PendingSignIn pending, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> who = accounts.signedIn(pending.account());
        if (who.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        sessions.begin(who.get(), true, request, response);
        return new ModelAndView(
                "redirect:" + LocalPath.of(pending.next(), SignInController.AFTERWARDS));
    }

    private ModelAndView refused(
            PendingSignIn pending, Problem problem, HttpServletRequest request) {
        trail.refused(
                "SECOND_FACTOR_REFUSED", Optional.of(pending.account()), request.getRemoteAddr());
        ModelAndView view = page(pending, List.of(problem));
        view.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return view;
    }

    private ModelAndView page(PendingSignIn pending, List<Problem> problems) {
        return new ModelAndView(
                "people/second-step",
                "page",
                new SecondStepPage(factors.onScreen(pending.account()), problems));
    }
}
