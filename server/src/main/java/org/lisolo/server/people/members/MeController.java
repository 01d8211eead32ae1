package org.lisolo.server.people.members;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.people.Badges;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.PhoneNumber;
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

/** A member's own pages. */
@Controller
class MeController {
    private static final String SETTINGS = "redirect:/me/settings";

    private final Members members;
    private final Badges badges;

    MeController(Members members, Badges badges) {
        this.members = members;
        this.badges = badges;
    }

    @GetMapping("/me")
    ModelAndView home(@AuthenticationPrincipal SignedIn who) {
        return who.isMember()
                ? new ModelAndView("members/me", "page", new MePage(badges.of(who.account())))
                : new ModelAndView("redirect:" + who.home());
    }

    @GetMapping("/me/settings")
    ModelAndView settings(@AuthenticationPrincipal SignedIn who) {
        return who.isMember()
                ? new ModelAndView("members/settings", "page", page(who, "", List.of()))
                : new ModelAndView("redirect:/account");
    }

    @PostMapping("/me/pseudonym")
    ModelAndView changePseudonym(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String pseudonym,
            RedirectAttributes redirect) {
        mustBeMember(who);
        try {
            members.changePseudonym(who, pseudonym);
        } catch (Problem problem) {
            return again(who, "", problem);
        }
        redirect.addFlashAttribute("notice", Notice.of("people.pseudonym.changed", pseudonym));
        return new ModelAndView(SETTINGS);
    }

    @PostMapping("/me/contact")
    ModelAndView changeContact(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String contact,
            HttpServletRequest request) {
        mustBeMember(who);
        try {
            return new ModelAndView(
                    "redirect:/code?ticket="
                            + members.askToChange(who, contact, request.getRemoteAddr()));
        } catch (Problem problem) {
            return again(who, contact, problem);
        }
    }

    /** The first; who has one changes it at their account. */
    @PostMapping("/me/password")
    ModelAndView choosePassword(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes redirect) {
        mustBeMember(who);
        try {
            members.choosePassword(who, password);
        } catch (Problem problem) {
            return again(who, "", problem);
        }
        redirect.addFlashAttribute("notice", Notice.of("people.password.chosen"));
        return new ModelAndView(SETTINGS);
    }

    /** The switch of the pages' language follows, so that both are one choice. */
    @PostMapping("/me/language")
    String changeLanguage(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "fr") String language,
            RedirectAttributes redirect) {
        mustBeMember(who);
        members.changeLanguage(who, language);
        String chosen = members.own(who).language();
        redirect.addAttribute("back", "/me/settings");
        return "redirect:/language/" + chosen;
    }

    private static void mustBeMember(SignedIn who) {
        if (!who.isMember()) {
            throw Problem.forbidden("web.error.forbidden");
        }
    }

    private MemberPage page(SignedIn who, String contact, List<Problem> problems) {
        MemberStore.Own own = members.own(who);
        return new MemberPage(
                own.pseudonym(),
                own.email().map(EmailAddress::value).orElse(""),
                own.phone().map(PhoneNumber::value).orElse(""),
                own.language(),
                own.hasPassword(),
                contact,
                members.takesPhones(),
                problems);
    }

    private ModelAndView again(SignedIn who, String contact, Problem problem) {
        var view =
                new ModelAndView("members/settings", "page", page(who, contact, List.of(problem)));
        view.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return view;
    }
}
