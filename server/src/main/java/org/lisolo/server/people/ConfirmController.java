package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.platform.LocalPath;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** What can do much harm asks for the password, a code or a passkey again. */
@Controller
class ConfirmController {
    private final SignIns signIns;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final OpenSession sessions;

    ConfirmController(
            SignIns signIns, SecondFactors factors, Passkeys passkeys, OpenSession sessions) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.factors = factors;
        this.sessions = sessions;
    }

    @GetMapping("/confirm")
    ModelAndView form(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(who, next, List.of(), request, response);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String shown,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (answer(who, shown.strip(), request.getRemoteAddr())) {
            case SecondFactors.Answer.Right() -> {
                sessions.confirm(request);
                yield new ModelAndView(
                        "redirect:" + LocalPath.of(next, SignInController.AFTERWARDS));
            }
            case SecondFactors.Answer.Wait(var howLong) ->
                    again(who, next, SignInController.wait(howLong), request, response);
            case SecondFactors.Answer.Wrong(), SecondFactors.Answer.Recovered(_) ->
                    again(
                            who,
                            next,
                            Problem.invalid("people.confirm.wrong").atField("shown"),
                            request,
                            response);
        };
    }

    private SecondFactors.Answer answer(SignedIn who, String shown, String address) {
        return shown.matches("[0-9]{3} ?[0-9]{3}")
                ? factors.check(who.account(), shown, address)
                : signIns.again(who.account(), shown, address);
    }

    private ModelAndView again(
            SignedIn who,
            String next,
            Problem problem,
            HttpServletRequest request,
            HttpServletResponse response) {
        ModelAndView view = page(who, next, List.of(problem), request, response);
        view.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return view;
    }

    private ModelAndView page(
            SignedIn who,
            String next,
            List<Problem> problems,
            HttpServletRequest request,
            HttpServletResponse response) {
        return new ModelAndView(
                "people/confirm",
                "page",
                new ConfirmPage(
                        next,
                        factors.has(who.account()),
                        factors.onScreen(who.account()),
                        passkeys.of(who.account()).isEmpty()
                                ? ""
                                : passkeys.request(request, response),
                        problems));
    }
}
