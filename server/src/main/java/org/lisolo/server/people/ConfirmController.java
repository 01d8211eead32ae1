package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.platform.LocalPath;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

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
        return page(who, next, CarriedForm.NONE, List.of(), request, response);
    }

    /** In the place of what a form would have done; called by nobody from outside. */
    @PostMapping(CarriedForm.PAGE)
    ModelAndView carry(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        CarriedForm carried = CarriedForm.forwarded(request);
        if (!carried.isThere()) {
            return new ModelAndView("redirect:/confirm");
        }
        ModelAndView view = page(who, "", carried, List.of(), request, response);
        view.setStatus(HttpStatus.FORBIDDEN);
        return view;
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
                yield onwards(next, request);
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

    @PostMapping("/confirm/passkey")
    ModelAndView confirmByPasskey(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean theirs =
                passkeys.check(credential, request, response)
                        .filter(shown -> shown.account().equals(who.account()))
                        .isPresent();
        if (!theirs) {
            Problem unfit = Problem.invalid("people.passkey.unfit");
            return again(who, next, unfit, request, response);
        }
        sessions.confirm(request);
        return onwards(next, request);
    }

    /** To the page that wanted it; a form goes on as it was sent, by the same method (RFC 9110). */
    private static ModelAndView onwards(String next, HttpServletRequest request) {
        CarriedForm carried = CarriedForm.again(request);
        if (!carried.isThere()) {
            return new ModelAndView("redirect:" + LocalPath.of(next, SignInController.AFTERWARDS));
        }
        var on = new RedirectView(carried.action());
        on.setStatusCode(HttpStatus.TEMPORARY_REDIRECT);
        on.setExposeModelAttributes(false);
        return new ModelAndView(on);
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
        CarriedForm carried = CarriedForm.again(request);
        ModelAndView view = page(who, next, carried, List.of(problem), request, response);
        view.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return view;
    }

    private ModelAndView page(
            SignedIn who,
            String next,
            CarriedForm carried,
            List<Problem> problems,
            HttpServletRequest request,
            HttpServletResponse response) {
        return new ModelAndView(
                "people/confirm",
                "page",
                new ConfirmPage(
                        next,
                        carried,
                        factors.has(who.account()),
                        factors.onScreen(who.account()),
                        passkeys.of(who.account()).isEmpty()
                                ? ""
                                : passkeys.request(request, response),
                        problems));
    }
}
