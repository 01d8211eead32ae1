package org.lisolo.server.web;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.SetApart;
import org.lisolo.server.message.Whereabouts;
import org.lisolo.server.message.Whereabouts.Spot;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.platform.Shortened;
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

    private static final int LATEST = 12;
    private static final int EXCERPT = 280;

    private final Messages messages;
    private final SetApart setApart;
    private final Whereabouts whereabouts;
    private final List<TodaySource> sources;

    HomeController(
            Messages messages,
            SetApart setApart,
            Whereabouts whereabouts,
            List<TodaySource> sources) {
        this.messages = messages;
        this.setApart = setApart;
        this.whereabouts = whereabouts;
        this.sources = List.copyOf(sources);
    }

    @GetMapping("/")
    ModelAndView home(@AuthenticationPrincipal @Nullable SignedIn who) {
        List<HomePage.Said> latest =
                messages.latest(setApart.sight(who), LATEST).stream()
                        .filter(message -> !message.deleted())
                        .map(this::said)
                        .toList();
        return new ModelAndView("web/home", "page", new HomePage(latest));
    }

    private HomePage.Said said(Message message) {
        MessageEvent current = message.current();
        String language = current.language();
        Spot spot =
                whereabouts
                        .of(message)
                        .orElseGet(
                                () ->
                                        new Spot(
                                                "/messages/" + message.id(),
                                                "",
                                                current.text(),
                                                ""));
        return new HomePage.Said(
                spot.path(),
                current.author().shown(),
                spot.title(),
                Shortened.of(spot.text(), EXCERPT),
                spot.warning(),
                language == null ? "" : language,
                message.first().happenedAt(),
                message.edited());
    }

    /** What waits for this person, oldest promise first. */
    @GetMapping("/work")
    ModelAndView today(@AuthenticationPrincipal SignedIn who) {
        List<TodayItem> items =
                sources.stream()
                        .flatMap(source -> source.items(who).stream())
                        .sorted(
                                Comparator.comparing(
                                        TodayItem::promised,
                                        Comparator.nullsLast(Comparator.naturalOrder())))
                        .limit(TODAY_AT_MOST)
                        .toList();
        return new ModelAndView("web/today", "page", new TodayPage(items));
    }
}
