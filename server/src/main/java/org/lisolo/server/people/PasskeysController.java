package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Optional;

/** Passkeys: to have, and to sign in or confirm with. */
@Controller
class PasskeysController {
    private static final String HERE = "/account/passkeys";

    private final Passkeys passkeys;
    private final OpenSession sessions;
    private final SignInTrail trail;

    PasskeysController(Passkeys passkeys, OpenSession sessions, SignInTrail trail) {
        this.trail = trail;
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(who, "", List.of(), request, response);
    }

    @PostMapping(HERE)
    ModelAndView register(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            passkeys.register(who, credential, label, request, response);
        } catch (Problem problem) {
            ModelAndView again = page(who, label, List.of(problem), request, response);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        redirect.addFlashAttribute("notice", Notice.of("people.passkey.registered", label.strip()));
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping(HERE + "/{credential}/remove")
    String remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String credential,
            RedirectAttributes redirect) {
        passkeys.remove(who.account(), credential);
        redirect.addFlashAttribute("notice", Notice.of("people.passkey.removed"));
        return "redirect:" + HERE;
    }

    /** Both factors at once. */
    @PostMapping("/sign-in/passkey")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<SignedIn> who = passkeys.check(credential, request, response);
        if (who.isEmpty()) {
            trail.refused("PASSKEY_REFUSED", Optional.empty(), request.getRemoteAddr());
            redirect.addFlashAttribute("notice", Notice.of("people.passkey.unfit"));
            return new ModelAndView("redirect:/sign-in");
        }
        sessions.begin(who.get(), true, request, response);
        return new ModelAndView("redirect:" + SignInController.afterwards(next, who.get()));
    }

    private ModelAndView page(
            SignedIn who,
            String label,
            List<Problem> problems,
            HttpServletRequest request,
            HttpServletResponse response) {
        var rows =
                passkeys.of(who.account()).stream()
                        .map(
                                one ->
                                        new PasskeysPage.Passkey(
                                                one.getCredentialId().toBase64UrlString(),
                                                one.getLabel(),
                                                one.getCreated(),
                                                one.getLastUsed()))
                        .toList();
        return new ModelAndView(
                "people/passkeys",
                "page",
                new PasskeysPage(rows, passkeys.creation(who, request, response), label, problems));
    }
}
