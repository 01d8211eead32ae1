package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was not understood, for those who look after it. */
@Controller
@RequestMapping(SetAsides.PATH)
class SetAsideController {
    private static final int ROWS = 50;
    private static final int LONGEST_SHOWN = 20_000;

    private final SetAsides asides;
    private final Channels channels;

    SetAsideController(SetAsides asides, Channels channels) {
        this.asides = asides;
        this.channels = channels;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) Optional<UUID> channel,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) Optional<UUID> before) {
        Optional<String> wanted = Optional.of(code).filter(c -> !c.isEmpty());
        List<SetAside> found =
                asides.list(
                        who.organisation(), channel.map(ChannelId::new), wanted, before, ROWS + 1);
        var names = channels.names(who.organisation());
        var rows =
                found.stream()
                        .limit(ROWS)
                        .map(
                                one ->
                                        new SetAsidePage.Row(
                                                path(one.id()),
                                                names.getOrDefault(one.channel().toString(), ""),
                                                one.reason(),
                                                one.received()))
                        .toList();
        String older = found.size() > ROWS ? older(channel, wanted, found.get(ROWS - 1)) : "";
        var page =
                new SetAsidePage(
                        rows,
                        names,
                        asides.reasons(who.organisation()),
                        channel.map(UUID::toString).orElse(""),
                        code,
                        older);
        return new ModelAndView("channels/set-aside", "page", page);
    }

    private static String older(Optional<UUID> channel, Optional<String> code, SetAside last) {
        return UriComponentsBuilder.fromPath(SetAsides.PATH)
                .queryParamIfPresent("channel", channel)
                .queryParamIfPresent("code", code)
                .queryParam("before", last.id())
                .encode()
                .toUriString();
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        SetAside one = asides.find(id, who.organisation());
        String text = new String(one.payload(), StandardCharsets.UTF_8);
        var page =
                new SetAsideOnePage(
                        path(id),
                        channels.names(who.organisation())
                                .getOrDefault(one.channel().toString(), ""),
                        one.reason(),
                        one.line(),
                        one.received(),
                        VisibleText.of(text, LONGEST_SHOWN),
                        text.length() > LONGEST_SHOWN,
                        one.payload().length,
                        one.discarded());
        return new ModelAndView("channels/set-aside-one", "page", page);
    }

    /** Handed over as bytes to be saved, never as something that a browser would open. */
    @GetMapping("/{id}/payload")
    ResponseEntity<byte[]> payload(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        SetAside one = asides.find(id, who.organisation());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(id + ".bin").build().toString())
                .body(one.payload());
    }

    @PostMapping("/{id}/retry")
    String retry(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        SetAside one = asides.find(id, who.organisation());
        boolean understood = asides.retry(one, who.organisation()).understood() > 0;
        next.addFlashAttribute(
                "notice",
                Notice.of(understood ? "channels.aside.understood" : "channels.aside.still"));
        return "redirect:" + (understood ? SetAsides.PATH : path(id));
    }

    @PostMapping("/retry")
    String retryAll(@AuthenticationPrincipal SignedIn who, RedirectAttributes next) {
        SetAsides.Retried retried = asides.retryAll(who.organisation());
        next.addFlashAttribute(
                "notice",
                Notice.of("channels.aside.retried", retried.understood(), retried.still()));
        return "redirect:" + SetAsides.PATH;
    }

    @PostMapping("/{id}/discard")
    String discard(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        asides.discard(asides.find(id, who.organisation()));
        next.addFlashAttribute(
                "notice", Notice.of("channels.aside.discarded").undoneBy(path(id) + "/restore"));
        return "redirect:" + SetAsides.PATH;
    }

    @PostMapping("/{id}/restore")
    String restore(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        asides.restore(asides.find(id, who.organisation()));
        next.addFlashAttribute("notice", Notice.of("channels.aside.restored"));
        return "redirect:" + path(id);
    }

    private static String path(UUID id) {
        return SetAsides.PATH + "/" + id;
    }
}
