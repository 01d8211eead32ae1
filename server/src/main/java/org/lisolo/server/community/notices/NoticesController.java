package org.lisolo.server.community.notices;

import org.lisolo.server.community.Before;
import org.lisolo.server.community.notices.NoticePages.InSpace;
import org.lisolo.server.community.notices.NoticePages.NoticesPage;
import org.lisolo.server.community.notices.NoticePages.SettingsPage;
import org.lisolo.server.community.notices.NoticePages.Shown;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What somebody is told of. */
@Controller
@RequestMapping("/me/notices")
class NoticesController {
    private static final String HERE = "/me/notices";
    private static final int PAGE = 30;

    private final Notices notices;
    private final Spaces spaces;
    private final Readers readers;

    NoticesController(Notices notices, Spaces spaces, Readers readers) {
        this.notices = notices;
        this.spaces = spaces;
        this.readers = readers;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String before) {
        UUID from = Before.of(before);
        var found = notices.of(readers.of(who), from, PAGE);
        List<Shown> shown = found.notices();
        return new ModelAndView(
                "notices/list",
                "page",
                new NoticesPage(
                        shown,
                        shown.isEmpty() ? "" : shown.getFirst().id().toString(),
                        shown.stream().anyMatch(one -> !one.seen()),
                        from.equals(Before.NOW) ? "" : HERE,
                        found.next().map(next -> HERE + "?before=" + next).orElse("")));
    }

    @PostMapping("/seen")
    ModelAndView seen(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String newest,
            RedirectAttributes redirect) {
        notices.seen(who.account(), Before.of(newest));
        redirect.addFlashAttribute("notice", Notice.of("notices.seen.done"));
        return new ModelAndView("redirect:" + HERE);
    }

    @GetMapping("/settings")
    ModelAndView settings(@AuthenticationPrincipal SignedIn who) {
        Reader reader = readers.of(who);
        return new ModelAndView(
                "notices/settings",
                "page",
                new SettingsPage(
                        notices.settings(who),
                        spaces.joinedBy(reader).stream()
                                .map(
                                        space ->
                                                new InSpace(
                                                        space.slug(),
                                                        space.name(),
                                                        space.language(),
                                                        notices.level(who.account(), space.id())))
                                .toList()));
    }

    @PostMapping("/settings")
    ModelAndView settle(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "20") String from,
            @RequestParam(defaultValue = "7") String until,
            @RequestParam(defaultValue = "") String zone,
            RedirectAttributes redirect) {
        ZoneId there = SettingsPage.ZONES.contains(zone) ? ZoneId.of(zone) : who.zone();
        notices.settle(
                who,
                new NoticeSettings(
                        NoticeSettings.digest(digest), hour(from, 20), hour(until, 7), there));
        redirect.addFlashAttribute("notice", Notice.of("notices.settings.done"));
        return new ModelAndView("redirect:" + HERE + "/settings");
    }

    private static int hour(String text, int otherwise) {
        return text.matches("1?\\d|2[0-3]") ? Integer.parseInt(text) : otherwise;
    }

    @PostMapping("/settings/{slug}")
    ModelAndView level(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String level,
            RedirectAttributes redirect) {
        Space space = spaces.enter(slug, readers.of(who));
        notices.level(who.account(), space.id(), level);
        redirect.addFlashAttribute("notice", Notice.of("notices.level.done", space.name()));
        return new ModelAndView("redirect:" + HERE + "/settings");
    }
}
