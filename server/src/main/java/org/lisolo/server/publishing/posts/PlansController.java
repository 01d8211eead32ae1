package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.posts.CalendarPages.MovePage;
import org.lisolo.server.publishing.posts.Plans.Moved;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Moving a post in time: by day and hour, to the next slot that is free, up and down the queue. */
@Controller
@RequestMapping(Posts.PATH + "/{id}")
class PlansController {
    private final Posts posts;
    private final Plans plans;
    private final PostViews views;
    private final Clock clock;

    PlansController(Posts posts, Plans plans, PostViews views, Clock clock) {
        this.posts = posts;
        this.plans = plans;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/move")
    ModelAndView form(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked) {
        Post post = posts.own(who.organisation(), new PostId(id));
        ZoneId zone = CalendarView.zone(who.zone(), asked.getOrDefault("zone", ""));
        Map<String, String> fields = new HashMap<>(asked);
        post.wanted().ifPresent(at -> fields.putAll(PostForm.fields(at, zone)));
        return page(post, new PostForm(fields), zone, List.of());
    }

    /**
     * To the day and hour that were typed or dropped on, or back to where it stood ({@code at}).
     */
    @PostMapping("/move")
    ModelAndView move(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        var form = new PostForm(typed);
        ZoneId zone = CalendarView.zone(who.zone(), form.value("zone"));
        PostId post = new PostId(id);
        if (form.value("at").equals("none")) {
            plans.unplan(who, post);
            return new ModelAndView("redirect:" + Posts.PATH + "/" + id);
        }
        try {
            return moved(who, form, plans.move(who, post, to(form, zone)), id, next);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            ModelAndView page =
                    page(posts.own(who.organisation(), post), form, zone, List.of(problem));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private Instant to(PostForm form, ZoneId zone) {
        try {
            return form.value("at").isEmpty()
                    ? form.when(zone, clock.instant())
                            .orElseThrow(() -> Problem.invalid("posts.problem.when").atField("day"))
                    : Instant.parse(form.value("at"));
        } catch (DateTimeException _) {
            throw Problem.invalid("posts.problem.when").atField("day");
        }
    }

    /** What is typed in a draft is kept first. */
    @PostMapping("/slot")
    ModelAndView slot(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            RedirectAttributes next) {
        var form = new PostForm(typed);
        PostId post = posts.own(who.organisation(), new PostId(id)).id();
        try {
            if (form.edition() >= 0) {
                form.problems().stream()
                        .findFirst()
                        .ifPresent(
                                problem -> {
                                    throw problem;
                                });
                if (!posts.save(who, post, form.edition(), form.content())) {
                    throw Problem.conflict("posts.problem.changed");
                }
            }
            return moved(who, form, plans.toNextSlot(who, post), id, next);
        } catch (Problem problem) {
            Post seen = posts.own(who.organisation(), post);
            PostForm shown = form.edition() >= 0 ? form : views.form(seen, who.zone());
            var page = views.page(who, seen, shown, List.of(problem), locale);
            ModelAndView answer = new ModelAndView("publishing/post", "page", page);
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
    }

    @PostMapping("/earlier")
    ModelAndView earlier(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        return moved(who, new PostForm(typed), plans.swap(who, new PostId(id), true), id, next);
    }

    @PostMapping("/later")
    ModelAndView later(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        return moved(who, new PostForm(typed), plans.swap(who, new PostId(id), false), id, next);
    }

    private ModelAndView moved(
            SignedIn who, PostForm form, Moved moved, UUID id, RedirectAttributes next) {
        String path = Posts.PATH + "/" + id;
        String view = form.value("view");
        ZoneId zone = CalendarView.zone(who.zone(), form.value("zone"));
        String undo =
                path
                        + "/move?at="
                        + moved.from().map(Instant::toString).orElse("none")
                        + (view.isEmpty() ? "" : "&view=" + view + "&zone=" + zone.getId());
        next.addFlashAttribute(
                "notice", Notice.of("calendar.moved." + moved.nearness().key()).undoneBy(undo));
        if (!CalendarPages.VIEWS.contains(view)) {
            return new ModelAndView("redirect:" + path);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate day = view.equals("queue") ? today : LocalDate.ofInstant(moved.to(), zone);
        return new ModelAndView(
                "redirect:"
                        + CalendarView.of(view, day.toString(), who.zone(), zone, today).at(day));
    }

    private static ModelAndView page(
            Post post, PostForm form, ZoneId zone, List<Problem> problems) {
        return new ModelAndView(
                "publishing/move", "page", new MovePage(post, form, zone, problems));
    }
}
