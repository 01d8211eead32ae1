package org.lisolo.server.channels.bluesky;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.Network.Health;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
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

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Connects a channel with an account on Bluesky, and tells how it is. */
@Controller
@RequestMapping("/work/channels/{id}/bluesky")
class BlueskyController {
    private final Channels channels;
    private final BlueskyAccounts accounts;
    private final BlueskyNetwork network;
    private final Jetstream jetstream;
    private final AuditTrail trail;

    BlueskyController(
            Channels channels,
            BlueskyAccounts accounts,
            BlueskyNetwork network,
            Jetstream jetstream,
            AuditTrail trail) {
        this.channels = channels;
        this.accounts = accounts;
        this.network = network;
        this.jetstream = jetstream;
        this.trail = trail;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Channel channel = own(who, id);
        Optional<BlueskyAccount> account = accounts.find(channel);
        return page(
                channel,
                account.map(BlueskyAccount::handle).orElse(""),
                account.map(one -> one.service().toString()).orElse(BlueskyAccounts.SERVICE),
                List.of());
    }

    @PostMapping
    ModelAndView connect(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String handle,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String service,
            RedirectAttributes next) {
        Channel channel = own(who, id);
        trail.about("channels", channel.id());
        try {
            BlueskyAccount account = accounts.connect(channel, handle, password, service);
            next.addFlashAttribute(
                    "notice", Notice.of("channels.bluesky.connected", "@" + account.handle()));
            return to(channel);
        } catch (Problem problem) {
            ModelAndView page = page(channel, handle, service, List.of(problem));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/disconnect")
    ModelAndView disconnect(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        Channel channel = own(who, id);
        trail.about("channels", channel.id());
        accounts.disconnect(channel);
        next.addFlashAttribute("notice", Notice.of("channels.bluesky.disconnected"));
        return to(channel);
    }

    private ModelAndView page(
            Channel channel, String handle, String service, List<Problem> problems) {
        Optional<BlueskyAccount> account = accounts.find(channel);
        Health health = account.isEmpty() ? Health.GOOD : network.health(channel);
        return new ModelAndView(
                "channels/bluesky",
                "page",
                new BlueskyPage(
                        channel,
                        account.map(one -> "@" + one.handle() + " · " + one.service().getHost())
                                .orElse(""),
                        health,
                        jetstream.isListening(),
                        handle,
                        service,
                        problems));
    }

    private Channel own(SignedIn who, UUID id) {
        return channels.find(new ChannelId(id), who.organisation())
                .filter(channel -> channel.kind() == ChannelKind.BLUESKY)
                .orElseThrow(() -> Problem.notFound("channels.channel.unknown"));
    }

    private static ModelAndView to(Channel channel) {
        return new ModelAndView("redirect:/work/channels/" + channel.id() + "/bluesky");
    }
}
