package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.LocalPath;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Duration;
import java.util.List;

@Controller
class SignInController {
    static final String AFTERWARDS = "/work";

    private final SignIns signIns;
    private final Passkeys passkeys;
    private final OpenSession sessions;

    SignInController(SignIns signIns, Passkeys passkeys, OpenSession sessions) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    ModelAndView form(
            @RequestParam(defaultValue = AFTERWARDS) String next,
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        return who == null
                ? page(
                        new SignInPage(next, "", passkeys.request(request, response), List.of()),
                        HttpStatus.OK)
                : new ModelAndView("redirect:" + afterwards(next, who));
    }

    /** The page that was asked for, where it is one of their side. */
    static String afterwards(String next, SignedIn who) {
        String path = LocalPath.of(next, who.home());
        return who.isMember() && path.startsWith(AFTERWARDS) ? who.home() : path;
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = AFTERWARDS) String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIns.attempt(email, password, request.getRemoteAddr())) {
            case SignIns.Outcome.Welcome(SignedIn who) ->
                    new ModelAndView(
                            "redirect:"
                                    + sessions.enter(
                                            who, afterwards(next, who), request, response));
            case SignIns.Outcome.Refused() ->
                    again(
                            new SignInPage(
                                    next,
                                    email,
                                    passkeys.request(request, response),
                                    List.of(
                                            Problem.invalid("people.signIn.refused")
                                                    .atField("email"))));
            case SignIns.Outcome.Wait(Duration howLong) ->
                    again(
                            new SignInPage(
                                    next,
                                    email,
                                    passkeys.request(request, response),
                                    List.of(wait(howLong))));
        };
    }

    @PostMapping("/sign-out")
    String signOut(
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        sessions.end(who, request);
        SecurityContextHolder.clearContext();
        redirect.addFlashAttribute("notice", Notice.of("people.signedOut"));
        return "redirect:/";
    }

    static Problem wait(Duration howLong) {
        return Problem.of(
                Problem.Kind.TOO_MANY, "people.signIn.wait", howLong.plusSeconds(59).toMinutes());
    }

    private static ModelAndView again(SignInPage page) {
        return page(page, HttpStatusCode.valueOf(page.problems().getFirst().kind().status()));
    }

    private static ModelAndView page(SignInPage page, HttpStatusCode status) {
        var view = new ModelAndView("people/sign-in", "page", page);
        view.setStatus(status);
        return view;
    }
}
