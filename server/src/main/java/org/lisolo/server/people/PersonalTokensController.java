package org.lisolo.server.people;

import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
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

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person's tokens for scripts. */
@Controller
@RequestMapping(PersonalTokensController.HERE)
class PersonalTokensController {
    static final String HERE = "/work/tokens";

    private final PersonalTokens tokens;

    PersonalTokensController(PersonalTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute(name = "made", binding = false) String made) {
        return page(who, made, "", Set.of(), "90", List.of());
    }

    @PostMapping
    ModelAndView make(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> scopes,
            @RequestParam(defaultValue = "") String days,
            RedirectAttributes redirect) {
        Set<Action> wanted =
                Arrays.stream(Action.values())
                        .filter(action -> scopes.contains(action.name()))
                        .collect(Collectors.toUnmodifiableSet());
        try {
            redirect.addFlashAttribute("made", tokens.make(who, name, wanted, life(days)));
        } catch (Problem problem) {
            ModelAndView again = page(who, "", name, wanted, days, List.of(problem));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        tokens.revoke(who, id);
        redirect.addFlashAttribute("notice", Notice.of("people.token.revoked"));
        return "redirect:" + HERE;
    }

    private static Duration life(String days) {
        return days.matches("[0-9]{1,4}") ? Duration.ofDays(Long.parseLong(days)) : Duration.ZERO;
    }

    private ModelAndView page(
            SignedIn who,
            String made,
            String name,
            Set<Action> scopes,
            String days,
            List<Problem> problems) {
        List<Action> offered =
                Arrays.stream(Action.values())
                        .filter(action -> PersonalTokens.mayGive(who, action))
                        .toList();
        return new ModelAndView(
                "people/tokens",
                "page",
                new PersonalTokensPage(
                        tokens.of(who), offered, made, name, scopes, days, problems));
    }
}
