package org.lisolo.server.publishing.conversations;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.conversations.ConversationPages.SettingsPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The organisation's promise to those who write to it, and where it sends them. */
@Controller
@RequestMapping(ConversationSettingsController.SETTINGS)
class ConversationSettingsController {
    static final String SETTINGS = Conversations.PATH + "/settings";

    private final ConversationPromises promises;
    private final Channels channels;

    ConversationSettingsController(ConversationPromises promises, Channels channels) {
        this.promises = promises;
        this.channels = channels;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        ConversationSettings now = promises.of(who.organisation());
        Map<String, String> typed = new HashMap<>();
        typed.put("hours", Integer.toString(now.promise().hours()));
        typed.put("phone", now.phone());
        typed.put("place", now.place());
        typed.put("link", now.link());
        typed.putAll(promises.typedOrder(who.organisation()));
        Set<DayOfWeek> days =
                now.promise()
                        .work()
                        .map(
                                work -> {
                                    typed.put("opens", work.opens().toString());
                                    typed.put("closes", work.closes().toString());
                                    return work.days();
                                })
                        .orElse(Set.of());
        Set<String> unheard =
                promises.unheard(who.organisation()).stream()
                        .map(ChannelId::toString)
                        .collect(Collectors.toSet());
        return page(who, typed, days, unheard, List.of());
    }

    @PostMapping
    ModelAndView keep(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = new SettingsForm(typed);
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            ModelAndView page =
                    page(
                            who,
                            typed.toSingleValueMap(),
                            form.days(),
                            Set.copyOf(typed.getOrDefault("unheard", List.of())),
                            problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Set<ChannelId> own = own(who).keySet().stream().map(this::id).collect(Collectors.toSet());
        Set<ChannelId> unheard =
                typed.getOrDefault("unheard", List.of()).stream()
                        .flatMap(one -> Addresses.id(one).stream())
                        .map(ChannelId::new)
                        .filter(own::contains)
                        .collect(Collectors.toSet());
        promises.keep(who, form.settings(), form.order(), unheard, typed.containsKey("forget"));
        next.addFlashAttribute("notice", Notice.of("conversations.notice.settings"));
        return new ModelAndView("redirect:" + SETTINGS);
    }

    private ChannelId id(String text) {
        return new ChannelId(java.util.UUID.fromString(text));
    }

    private Map<String, String> own(SignedIn who) {
        Map<String, String> own = new LinkedHashMap<>();
        channels.all(who.organisation()).stream()
                .filter(channel -> channel.kind() != ChannelKind.SITE)
                .filter(channel -> channel.retired() == null)
                .forEach((Channel channel) -> own.put(channel.id().toString(), channel.name()));
        return own;
    }

    private ModelAndView page(
            SignedIn who,
            Map<String, String> typed,
            Set<DayOfWeek> days,
            Set<String> unheard,
            List<Problem> problems) {
        return new ModelAndView(
                "conversations/settings",
                "page",
                new SettingsPage(
                        typed,
                        days,
                        own(who),
                        unheard,
                        promises.voices(who.organisation()),
                        problems));
    }
}
