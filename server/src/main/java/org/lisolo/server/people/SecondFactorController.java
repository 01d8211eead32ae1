package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Optional;

/** Setting up an authenticator app, and what to do about it later. */
@Controller
@RequestMapping(SecondFactorController.HERE)
class SecondFactorController {
    static final String HERE = "/account/second-factor";

    private static final String SECRET = "totp";
    private static final String CODES = "codes";

    private final SecondFactors factors;
    private final OpenSession sessions;

    SecondFactorController(SecondFactors factors, OpenSession sessions) {
        this.factors = factors;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who, Model model, HttpServletRequest request) {
        if (!factors.has(who.account())) {
            return setUp(who, request, List.of());
        }
        List<String> codes =
                model.getAttribute(CODES) instanceof List<?> made
                        ? made.stream().map(String.class::cast).toList()
                        : List.of();
        return view(page(who, Optional.empty(), codes, List.of()));
    }

    /** Another app in place of the one before. */
    @GetMapping("/new")
    ModelAndView another(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        return setUp(who, request, List.of());
    }

    @PostMapping
    ModelAndView setUp(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        try {
            List<String> codes =
                    factors.setUp(
                            who.account(),
                            secret(request.getSession()),
                            code,
                            request.getSession().getId());
            redirect.addFlashAttribute(CODES, codes);
        } catch (Problem problem) {
            ModelAndView again = setUp(who, request, List.of(problem));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        request.getSession().removeAttribute(SECRET);
        sessions.addSecondFactor(request);
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping("/codes")
    String renew(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        if (factors.has(who.account())) {
            redirect.addFlashAttribute(CODES, factors.renewRecoveryCodes(who.account()));
        }
        return "redirect:" + HERE;
    }

    /** Signed out everywhere: whoever goes on does so with what is left to show. */
    @PostMapping("/remove")
    String remove(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        if (Action.needsSecondFactor(who.roles())) {
            throw Problem.conflict("people.factor.required");
        }
        factors.remove(who.account());
        redirect.addFlashAttribute("notice", Notice.of("people.factor.removed"));
        return "redirect:/sign-in";
    }

    private ModelAndView setUp(SignedIn who, HttpServletRequest request, List<Problem> problems) {
        TotpSecret secret = secret(request.getSession());
        String address = secret.address(who.displayName());
        var setUp =
                new SecondFactorPage.SetUp(
                        QrCode.of(address),
                        address,
                        secret.base32().replaceAll("(.{4})(?!$)", "$1 "));
        return view(page(who, Optional.of(setUp), List.of(), problems));
    }

    /** The same until the app has proved that it has it; sealed with the session. */
    private TotpSecret secret(HttpSession session) {
        if (session.getAttribute(SECRET) instanceof byte[] begun) {
            return TotpSecret.of(begun);
        }
        TotpSecret secret = factors.newSecret();
        session.setAttribute(SECRET, secret.bytes());
        return secret;
    }

    private SecondFactorPage page(
            SignedIn who,
            Optional<SecondFactorPage.SetUp> setUp,
            List<String> codes,
            List<Problem> problems) {
        return new SecondFactorPage(
                factors.since(who.account()),
                factors.recoveryCodesLeft(who.account()),
                Action.needsSecondFactor(who.roles()),
                setUp,
                codes,
                problems);
    }

    private static ModelAndView view(SecondFactorPage page) {
        return new ModelAndView("people/second-factor", "page", page);
    }
}
