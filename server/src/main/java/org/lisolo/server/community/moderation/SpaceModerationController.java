package org.lisolo.server.community.moderation;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.moderation.ModerationPages.LogPage;
import org.lisolo.server.community.moderation.ModerationPages.SpacePage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
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
import java.util.UUID;

/** What moderators ask of a space, and the logs of what they decided. */
@Controller
class SpaceModerationController {
    private static final int PAGE = 50;

    private final Limits limits;
    private final DecisionStore decisions;
    private final Moderators moderators;
    private final Spaces spaces;
    private final Readers readers;
    private final Desk desk;

    SpaceModerationController(
            Limits limits,
            DecisionStore decisions,
            Moderators moderators,
            Spaces spaces,
            Readers readers,
            Desk desk) {
        this.limits = limits;
        this.decisions = decisions;
        this.moderators = moderators;
        this.spaces = spaces;
        this.readers = readers;
        this.desk = desk;
    }

    @GetMapping("/spaces/{slug}/log")
    ModelAndView log(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String from) {
        Reader reader = readers.of(who);
        Space space = spaces.enter(slug, reader);
        return log(reader, Optional.of(space), space.path() + "/log", from);
    }

    /** Of all spaces that the reader may enter. */
    @GetMapping("/moderation/log")
    ModelAndView log(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "") String from) {
        return log(readers.of(who), Optional.empty(), "/moderation/log", from);
    }

    private ModelAndView log(Reader reader, Optional<Space> space, String path, String from) {
        int start = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        var lines = decisions.log(reader, space.map(Space::id), start, PAGE + 1);
        boolean more = lines.size() > PAGE;
        return new ModelAndView(
                "moderation/log",
                "page",
                new LogPage(
                        space,
                        more ? lines.subList(0, PAGE) : lines,
                        start == 0 ? "" : path + "?from=" + Math.max(0, start - PAGE),
                        more ? path + "?from=" + (start + PAGE) : ""));
    }

    @GetMapping("/spaces/{slug}/moderation")
    ModelAndView settings(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            HttpServletRequest request) {
        Space space = mine(who, slug, request);
        return page(space, limits.of(space.id()), "", "", List.of());
    }

    @PostMapping("/spaces/{slug}/moderation")
    ModelAndView set(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean first,
            @RequestParam(defaultValue = "false") boolean links,
            @RequestParam(defaultValue = "0") String slow,
            @RequestParam(defaultValue = "") String help,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Space space = mine(who, slug, request);
        int minutes = slow.matches("\\d{1,5}") ? Integer.parseInt(slow) : -1;
        var wanted = new SpaceLimits(first, links, minutes, help.strip());
        try {
            limits.set(space.id(), wanted);
        } catch (Problem problem) {
            return page(space, wanted, "", "", List.of(problem.forForm()));
        }
        return changed(space, redirect);
    }

    @PostMapping("/spaces/{slug}/filters")
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Space space = mine(who, slug, request);
        try {
            limits.add(space.id(), name, query);
        } catch (Problem problem) {
            return page(space, limits.of(space.id()), name, query, List.of(problem.forForm()));
        }
        return changed(space, redirect);
    }

    @PostMapping("/spaces/{slug}/filters/{id}/remove")
    ModelAndView remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Space space = mine(who, slug, request);
        limits.remove(space.id(), id);
        return changed(space, redirect);
    }

    private Space mine(SignedIn who, String slug, HttpServletRequest request) {
        Reader reader = desk.enter(who, request);
        return spaces.find(slug)
                .filter(space -> moderators.moderates(reader, space))
                .orElseThrow(() -> Problem.notFound("moderation.problem.unknown"));
    }

    private static ModelAndView changed(Space space, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Notice.of("moderation.space.changed"));
        return new ModelAndView("redirect:" + space.path() + "/moderation");
    }

    private ModelAndView page(
            Space space, SpaceLimits shown, String name, String query, List<Problem> problems) {
        return FormPage.of(
                "moderation/limits",
                new SpacePage(space, shown, limits.filters(space.id()), name, query, problems),
                problems);
    }
}
