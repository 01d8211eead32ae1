package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Optional;

/** Behind a one-time link: looking changes nothing (previews of links do that), posting uses it. */
@Controller
class WelcomeController {
    /** As typed; for an invitation the organisation and the e-mail address are not asked. */
    record Form(
            String link,
            String organisation,
            String kind,
            String zone,
            String name,
            String email,
            String password) {}

    private final Invitations invitations;
    private final Organisations organisations;
    private final Operators operators;
    private final OpenSession sessions;

    WelcomeController(
            Invitations invitations,
            Organisations organisations,
            Operators operators,
            OpenSession sessions) {
        this.operators = operators;
        this.invitations = invitations;
        this.organisations = organisations;
        this.sessions = sessions;
    }

    @ModelAttribute("form")
    static Form form(
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "HOSPITAL") String kind,
            @RequestParam(defaultValue = "Africa/Kinshasa") String zone,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password) {
        return new Form(link, organisation, kind, zone, name, email, password);
    }

    @GetMapping("/welcome")
    ModelAndView look(
            @ModelAttribute(name = "form", binding = false) Form form,
            @AuthenticationPrincipal @Nullable SignedIn who) {
        return page(form, Optional.ofNullable(who), List.of());
    }

    /** For one of the staff who holds the link that whoever runs the server had printed. */
    @PostMapping("/welcome/operator")
    String operate(
            @RequestParam(defaultValue = "") String link,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn operator = operators.become(link, who);
        sessions.keep(operator, request, response);
        redirect.addFlashAttribute("notice", Notice.of("people.operator.become.done"));
        return "redirect:/work/platform";
    }

    /** For who has an account already, and is signed in with it. */
    @PostMapping("/welcome/join")
    String join(
            @RequestParam(defaultValue = "") String link,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn there = invitations.join(link, who);
        sessions.keep(there, request, response);
        redirect.addFlashAttribute("notice", Notice.of("people.welcome.done", there.displayName()));
        return "redirect:" + there.home();
    }

    @PostMapping("/welcome")
    ModelAndView accept(
            @ModelAttribute(name = "form", binding = false) Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn who;
        try {
            who = join(form);
        } catch (Problem problem) {
            if (problem.place() instanceof Problem.Place.Field) {
                ModelAndView again = page(form, Optional.empty(), List.of(problem));
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return again;
            }
            throw problem;
        }
        String next = sessions.enter(who, "/work", request, response);
        redirect.addFlashAttribute("notice", Notice.of("people.welcome.done", who.displayName()));
        return new ModelAndView("redirect:" + next);
    }

    private SignedIn join(Form form) {
        return switch (invitations.find(form.link())) {
            case Link.FirstAdministrator() ->
                    invitations.found(
                            form.link(),
                            new Invitations.Founding(
                                    form.organisation(),
                                    OrganisationKind.of(form.kind()),
                                    Organisations.zone(form.zone()),
                                    form.name(),
                                    form.email(),
                                    form.password()));
            case Link.Operator() -> throw Problem.forbidden("people.operator.staff");
            case Link.Invitation _ -> invitations.accept(form.link(), form.name(), form.password());
        };
    }

    private ModelAndView page(Form form, Optional<SignedIn> who, List<Problem> problems) {
        return switch (invitations.find(form.link())) {
            case Link.Operator() ->
                    new ModelAndView(
                            "people/operator-link",
                            "page",
                            new OperatorLinkPage(
                                    form.link(), who.filter(one -> !one.isMember()).isPresent()));
            case Link.FirstAdministrator() ->
                    new ModelAndView("people/welcome", "page", first(form, problems));
            case Link.Invitation invitation ->
                    new ModelAndView(
                            "people/welcome", "page", invited(form, invitation, who, problems));
        };
    }

    private static WelcomePage first(Form form, List<Problem> problems) {
        return new WelcomePage(
                form.link(),
                true,
                false,
                form.organisation(),
                form.kind(),
                form.zone(),
                form.name(),
                form.email(),
                problems);
    }

    private WelcomePage invited(
            Form form, Link.Invitation invitation, Optional<SignedIn> who, List<Problem> problems) {
        return new WelcomePage(
                form.link(),
                false,
                who.filter(one -> invitations.isFor(invitation, one)).isPresent(),
                organisations.name(invitation.organisation()),
                "",
                "",
                form.name().isEmpty() ? invitation.name() : form.name(),
                invitation.email().value(),
                problems);
    }
}
