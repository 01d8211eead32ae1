package org.lisolo.server.people.operators;

import org.lisolo.server.people.Operators;
import org.lisolo.server.people.Organisation;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The organisations on the platform, for whoever looks after it. */
@Controller
@RequestMapping("/work/platform")
class PlatformController {
    static final String NEW = "/work/platform/organisations/new";
    private static final String HERE = "/work/platform";

    private final Operators operators;
    private final Organisations organisations;
    private final Letters letters;

    PlatformController(Operators operators, Organisations organisations, Letters letters) {
        this.operators = operators;
        this.organisations = organisations;
        this.letters = letters;
    }

    static String path(Organisation organisation) {
        return HERE + "/organisations/" + organisation.id();
    }

    @GetMapping
    ModelAndView list(@ModelAttribute(name = "link", binding = false) String link) {
        return new ModelAndView(
                "operators/platform", "page", new PlatformPage(organisations.list(), link));
    }

    @GetMapping("/organisations/new")
    ModelAndView fresh() {
        return page(OrganisationForm.of(Map.of()), Optional.empty(), List.of());
    }

    @PostMapping("/organisations/new")
    ModelAndView takeIn(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        OrganisationForm form = OrganisationForm.of(typed);
        try {
            tell(operators.takeIn(who, form.wanted()), form.email(), redirect);
        } catch (Problem problem) {
            return page(form, Optional.empty(), List.of(atItsField(problem)));
        }
        return new ModelAndView("redirect:" + HERE);
    }

    /** The name that is missing is the administrator's. */
    private static Problem atItsField(Problem problem) {
        return problem.place() instanceof Problem.Place.Field(String field) && field.equals("name")
                ? problem.atField("administrator")
                : problem;
    }

    @GetMapping("/organisations/{id}")
    ModelAndView one(@PathVariable UUID id) {
        Organisation standing = organisations.one(new OrganisationId(id));
        return page(OrganisationForm.of(standing), Optional.of(standing), List.of());
    }

    @PostMapping("/organisations/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        Organisation standing = organisations.one(new OrganisationId(id));
        OrganisationForm form = OrganisationForm.of(typed);
        int kept;
        try {
            kept =
                    operators.change(
                            standing.id(),
                            form.organisation(),
                            form.readKind(),
                            form.readZone(),
                            !typed.getOrDefault("hours", "").isEmpty());
        } catch (Problem problem) {
            return page(form, Optional.of(standing), List.of(problem));
        }
        redirect.addFlashAttribute(
                "notice",
                kept == 0
                        ? Notice.of("people.platform.changed", organisations.name(standing.id()))
                        : Notice.of(
                                "people.platform.changed.hours",
                                organisations.name(standing.id()),
                                kept));
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping("/organisations/{id}/invite")
    ModelAndView invite(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        Organisation standing = organisations.one(new OrganisationId(id));
        OrganisationForm form = OrganisationForm.of(typed);
        try {
            tell(
                    operators.invite(who, standing.id(), form.administrator(), form.email()),
                    form.email(),
                    redirect);
        } catch (Problem problem) {
            OrganisationForm kept =
                    new OrganisationForm(
                            standing.name(),
                            standing.kind().name(),
                            standing.zone().getId(),
                            form.administrator(),
                            form.email());
            return page(kept, Optional.of(standing), List.of(atItsField(problem)));
        }
        return new ModelAndView("redirect:" + HERE);
    }

    private static void tell(Operators.Invited invited, String email, RedirectAttributes redirect) {
        redirect.addFlashAttribute("link", invited.link());
        redirect.addFlashAttribute(
                "notice",
                invited.link().isEmpty()
                        ? Notice.of("people.platform.invited", invited.name(), email.strip())
                        : Notice.of("people.platform.made", invited.name()));
    }

    @PostMapping("/organisations/{id}/verifier/name")
    String nameVerifier(@PathVariable UUID id, RedirectAttributes redirect) {
        Organisation named = operators.nameVerifier(new OrganisationId(id), true);
        redirect.addFlashAttribute(
                "notice",
                Notice.of("people.platform.verifier.named", named.name())
                        .undoneBy(path(named) + "/verifier/remove"));
        return "redirect:" + path(named);
    }

    @PostMapping("/organisations/{id}/verifier/remove")
    String removeVerifier(@PathVariable UUID id, RedirectAttributes redirect) {
        Organisation removed = operators.nameVerifier(new OrganisationId(id), false);
        redirect.addFlashAttribute(
                "notice",
                Notice.of("people.platform.verifier.removed", removed.name())
                        .undoneBy(path(removed) + "/verifier/name"));
        return "redirect:" + path(removed);
    }

    private ModelAndView page(
            OrganisationForm form, Optional<Organisation> standing, List<Problem> problems) {
        int planned = standing.map(one -> operators.coming(one.id())).orElse(0);
        var page =
                new OrganisationFormPage(
                        form, standing, letters.standing().mail(), planned, problems);
        return FormPage.of("operators/organisation", page, problems);
    }
}
