package org.lisolo.server.people.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.OpenSession;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Joining, and signing in, by a code that is sent. */
@Controller
class SignUpController {
    private final Members members;
    private final OpenSession sessions;

    SignUpController(Members members, OpenSession sessions) {
        this.members = members;
        this.sessions = sessions;
    }

    @GetMapping("/sign-up")
    ModelAndView signUp(@AuthenticationPrincipal @Nullable SignedIn who) {
        return who == null ? form(false, "", "") : new ModelAndView("redirect:" + who.home());
    }

    @PostMapping("/sign-up")
    ModelAndView askToJoin(
            @RequestParam(defaultValue = "") String pseudonym,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "fr") String language,
            HttpServletRequest request) {
        try {
            return toCode(members.askToJoin(pseudonym, contact, language, request.getRemoteAddr()));
        } catch (Problem problem) {
            return again(
                    new SignUpPage(
                            false, pseudonym, contact, members.takesPhones(), List.of(problem)),
                    problem);
        }
    }

    @GetMapping("/sign-in/code")
    ModelAndView signIn(@AuthenticationPrincipal @Nullable SignedIn who) {
        return who == null ? form(true, "", "") : new ModelAndView("redirect:" + who.home());
    }

    @PostMapping("/sign-in/code")
    ModelAndView askToSignIn(
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "fr") String language,
            HttpServletRequest request) {
        try {
            return toCode(members.askToSignIn(contact, language, request.getRemoteAddr()));
        } catch (Problem problem) {
            return again(
                    new SignUpPage(true, "", contact, members.takesPhones(), List.of(problem)),
                    problem);
        }
    }

    @GetMapping("/code")
    ModelAndView code(@RequestParam(defaultValue = "") String ticket) {
        return new ModelAndView(
                "members/code",
                "page",
                new CodePage(ticket, members.lettersAreShownHere(), List.of()));
    }

    @PostMapping("/code")
    ModelAndView show(
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            return switch (members.show(
                    id(ticket), code, Optional.ofNullable(who), request.getRemoteAddr())) {
                case Members.Shown.Joined(SignedIn joined) -> {
                    redirect.addFlashAttribute(
                            "notice", Notice.of("people.member.joined", joined.displayName()));
                    yield begin(joined, request, response);
                }
                case Members.Shown.Returned(SignedIn back) -> begin(back, request, response);
                case Members.Shown.Changed() -> {
                    redirect.addFlashAttribute("notice", Notice.of("people.contact.changed"));
                    yield new ModelAndView("redirect:/me/settings");
                }
            };
        } catch (Problem problem) {
            var page = new CodePage(ticket, members.lettersAreShownHere(), List.of(problem));
            var view = new ModelAndView("members/code", "page", page);
            view.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return view;
        }
    }

    private ModelAndView begin(
            SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("redirect:" + sessions.enter(who, who.home(), request, response));
    }

    private static UUID id(String ticket) {
        try {
            return UUID.fromString(ticket.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("people.code.over").atField("code");
        }
    }

    private static ModelAndView toCode(UUID ticket) {
        return new ModelAndView("redirect:/code?ticket=" + ticket);
    }

    private ModelAndView form(boolean signIn, String pseudonym, String contact) {
        return new ModelAndView(
                "members/sign-up",
                "page",
                new SignUpPage(signIn, pseudonym, contact, members.takesPhones(), List.of()));
    }

    private static ModelAndView again(SignUpPage page, Problem problem) {
        var view = new ModelAndView("members/sign-up", "page", page);
        view.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return view;
    }
}
