package org.lisolo.server.web;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.Comparator;
import java.util.List;

/** The first page of each side. */
@Controller
final class HomeController {
    private static final int TODAY_AT_MOST = 50;

    private final List<TodaySource> sources;

    HomeController(List<TodaySource> sources) {
        this.sources = List.copyOf(sources);
    }

    @GetMapping("/")
    ModelAndView home() {
        return new ModelAndView("web/home");
    }

    /** What waits for this person, oldest promise first. */
    @GetMapping("/work")
    ModelAndView today(@AuthenticationPrincipal SignedIn who) {
        List<TodayItem> items =
                sources.stream()
                        .flatMap(source -> source.items(who).stream())
                        .sorted(Comparator.comparing(TodayItem::promised))
                        .limit(TODAY_AT_MOST)
                        .toList();
        return new ModelAndView("web/today", "page", new TodayPage(items));
    }
}
