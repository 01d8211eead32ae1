package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.posts.CalendarFeedStore.Link;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A private link to the calendar: made, taken back, read by a program. */
@Controller
class CalendarFeedController {
    static final String PATH = CalendarController.PATH + "/feed";

    private final CalendarFeeds feeds;
    private final CanonicalAddress addresses;

    CalendarFeedController(CalendarFeeds feeds, CanonicalAddress addresses) {
        this.feeds = feeds;
        this.addresses = addresses;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        return page(who, "");
    }

    @PostMapping(PATH)
    ModelAndView make(@AuthenticationPrincipal SignedIn who, Locale locale) {
        return page(who, addresses.of("/calendar/" + feeds.make(who, locale) + ".ics"));
    }

    @PostMapping(PATH + "/revoke")
    ModelAndView revoke(@AuthenticationPrincipal SignedIn who, RedirectAttributes next) {
        feeds.revoke(who);
        next.addFlashAttribute("notice", Notice.of("calendar.feed.revoked"));
        return new ModelAndView("redirect:" + PATH);
    }

    @GetMapping("/calendar/{name}")
    ResponseEntity<byte[]> read(@PathVariable String name) {
        String calendar =
                feeds.read(name.replaceFirst("\\.ics$", ""))
                        .orElseThrow(() -> Problem.notFound("calendar.feed.unknown"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView page(SignedIn who, String address) {
        Optional<Link> link = feeds.of(who);
        var page =
                new CalendarPages.FeedPage(link.map(Link::made), link.flatMap(Link::read), address);
        return new ModelAndView("publishing/feed", "page", page);
    }
}
