package org.lisolo.server.monitoring.identifiers;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.springframework.http.CacheControl;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.util.UUID;

/** Marks on what was found to point at a person: set, taken back, listed, and taken along. */
@Controller
class IdentifiersController {
    private final MarkedWords marked;
    private final MarkedTexts texts;

    IdentifiersController(MarkedWords marked, MarkedTexts texts) {
        this.marked = marked;
        this.texts = texts;
    }

    @GetMapping("/work/identifiers")
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String before) {
        EventId from = Addresses.id(before).map(EventId::new).orElse(EventId.LAST);
        return new ModelAndView("monitoring/identifiers", "page", marked.page(who, from));
    }

    /** The words of the messages stand in it: for whoever answers for them alone. */
    @GetMapping("/work/identifiers.jsonl")
    void export(@AuthenticationPrincipal SignedIn who, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"identifiants.jsonl\"");
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        texts.write(who, response.getWriter());
    }

    @PostMapping("/work/identifiers/{event}/{finding}/wrong")
    ModelAndView wrong(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID event,
            @PathVariable String finding,
            RedirectAttributes flash) {
        FindingAddress address = FindingAddress.read(finding);
        EventId id = new EventId(event);
        MessageEvent marked = this.marked.wrong(who, id, address);
        flash.addFlashAttribute(
                "notice",
                Notice.of("identifiers.notice.wrong").undoneBy(address.path(id) + "/right"));
        return toTheMessage(marked);
    }

    @PostMapping("/work/identifiers/{event}/{finding}/right")
    ModelAndView right(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID event,
            @PathVariable String finding,
            RedirectAttributes flash) {
        FindingAddress address = FindingAddress.read(finding);
        EventId id = new EventId(event);
        MessageEvent marked = this.marked.right(who, id, address);
        flash.addFlashAttribute(
                "notice",
                Notice.of("identifiers.notice.right").undoneBy(address.path(id) + "/wrong"));
        return toTheMessage(marked);
    }

    private static ModelAndView toTheMessage(MessageEvent event) {
        return new ModelAndView(
                "redirect:/work/archive/messages/" + event.message() + "#identifiers");
    }
}
