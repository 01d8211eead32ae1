package org.lisolo.server.channels;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.SignedIn;
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

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** An organisation's channels and their tokens, for its administrators. */
@Controller
@RequestMapping(ChannelsController.PATH)
class ChannelsController {
    static final String PATH = "/work/channels";

    private final Channels channels;
    private final ChannelTokens tokens;
    private final Clock clock;

    ChannelsController(Channels channels, ChannelTokens tokens, Clock clock) {
        this.channels = channels;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who) {
        return new ModelAndView(
                "channels/channels", "page", new ChannelsPage(channels.all(who.organisation())));
    }

    @GetMapping("/new")
    ModelAndView form() {
        return new ModelAndView("channels/new", "page", ChannelForm.empty());
    }

    @PostMapping("/new")
    ModelAndView open(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String visibility,
            RedirectAttributes next) {
        try {
            ChannelKind known =
                    ChannelKind.of(kind)
                            .filter(ChannelKind::isFed)
                            .orElseThrow(
                                    () -> Problem.invalid("channels.kind.unknown").atField("kind"));
            Visibility seen =
                    visibility.equals("ORGANISATION") ? Visibility.ORGANISATION : Visibility.PUBLIC;
            Channel channel = channels.open(who.organisation(), name, known, seen);
            next.addFlashAttribute("notice", Notice.of("channels.opened", channel.name()));
            return to(channel);
        } catch (Problem problem) {
            var form = new ChannelForm(name, kind, visibility, List.of(problem));
            return new ModelAndView("channels/new", "page", form);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute(name = "made", binding = false) String made) {
        return page(own(id, who), made, "", 90, List.of());
    }

    /** Shown once, on the next page; what is kept is only its hash. */
    @PostMapping("/{id}/tokens")
    ModelAndView makeToken(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int days,
            RedirectAttributes next) {
        Channel channel = own(id, who);
        try {
            next.addFlashAttribute("made", tokens.make(channel, name, days, who.account()));
            return to(channel);
        } catch (Problem problem) {
            return page(channel, "", name, days, List.of(problem));
        }
    }

    @PostMapping("/{id}/tokens/{token}/revoke")
    ModelAndView revoke(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID token,
            RedirectAttributes next) {
        Channel channel = own(id, who);
        tokens.revoke(channel, token);
        next.addFlashAttribute("notice", Notice.of("channels.token.revoked"));
        return to(channel);
    }

    @PostMapping("/{id}/retire")
    ModelAndView retire(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        Channel channel = own(id, who);
        channels.retire(channel);
        next.addFlashAttribute(
                "notice",
                Notice.of("channels.retired", channel.name())
                        .undoneBy(PATH + "/" + channel.id() + "/reopen"));
        return to(channel);
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        Channel channel = own(id, who);
        channels.reopen(channel);
        next.addFlashAttribute("notice", Notice.of("channels.reopened", channel.name()));
        return to(channel);
    }

    private ModelAndView page(
            Channel channel, String made, String name, int days, List<Problem> problems) {
        return new ModelAndView(
                "channels/channel",
                "page",
                new ChannelPage(
                        channel, tokens.of(channel), clock.instant(), made, name, days, problems));
    }

    private Channel own(UUID id, SignedIn who) {
        return channels.own(new ChannelId(id), who.organisation());
    }

    private static ModelAndView to(Channel channel) {
        return new ModelAndView("redirect:" + PATH + "/" + channel.id());
    }
}
