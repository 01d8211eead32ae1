package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Duration;
import java.util.List;

@Controller
@RequestMapping("/sign-in/reset")
class PasswordResetController {
    private final PasswordResets resets;

    PasswordResetController(PasswordResets resets) {
        this.resets = resets;
    }

    @GetMapping
    ModelAndView form() {
        return page(PasswordResetPage.Step.ASK, "", "", List.of());
    }

    /** The same page for everybody. */
    @PostMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String contact, HttpServletRequest request) {
        if (contact.isBlank()) {
            Problem missing = Problem.invalid("people.email.malformed").atField("contact");
            return page(PasswordResetPage.Step.ASK, contact, "", List.of(missing));
        }
        Duration wait = resets.ask(contact, request.getRemoteAddr());
        return wait.isPositive()
                ? page(
                        PasswordResetPage.Step.ASK,
                        contact,
                        "",
                        List.of(SignInController.wait(wait)))
                : page(PasswordResetPage.Step.SENT, contact, "", List.of());
    }

    /** Looking changes nothing: previews of links do that. */
    @GetMapping("/new")
    ModelAndView look(@RequestParam(defaultValue = "") String link) {
        resets.check(link);
        return page(PasswordResetPage.Step.CHOOSE, "", link, List.of());
    }

    @PostMapping("/new")
    ModelAndView choose(
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        try {
            resets.choose(link, password, request.getRemoteAddr());
        } catch (Problem problem) {
            if (problem.place() instanceof Problem.Place.Field) {
                return page(PasswordResetPage.Step.CHOOSE, "", link, List.of(problem));
            }
            throw problem;
        }
        redirect.addFlashAttribute("notice", Notice.of("people.reset.done"));
        return new ModelAndView("redirect:/sign-in");
    }

    private static ModelAndView page(
            PasswordResetPage.Step step, String contact, String link, List<Problem> problems) {
        var view =
                new ModelAndView(
                        "people/password-reset",
                        "page",
                        new PasswordResetPage(step, contact, link, problems));
        problems.stream()
                .findFirst()
                .ifPresent(one -> view.setStatus(HttpStatusCode.valueOf(one.kind().status())));
        return view;
    }
}
