package org.lisolo.server.monitoring.rules;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.EventId;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.past.LookBack;
import org.lisolo.server.monitoring.past.LookBackStore;
import org.lisolo.server.monitoring.past.PastPage;
import org.lisolo.server.monitoring.past.PastViews;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Signals;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.UUID;

/** What a rule found, how far the past was looked through, and stopping that. */
@Controller
class PastController {
    private final Rules rules;
    private final PastViews views;
    private final LookBackStore lookBacks;
    private final Signals signals;
    private final Clock clock;

    PastController(
            Rules rules, PastViews views, LookBackStore lookBacks, Signals signals, Clock clock) {
        this.rules = rules;
        this.views = views;
        this.lookBacks = lookBacks;
        this.signals = signals;
        this.clock = clock;
    }

    /** The part of the rule's page that grows; a page without scripts reloads the whole. */
    @GetMapping("/work/rules/{id}/past")
    ModelAndView past(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partly) {
        Rule rule = rules.standing(who.organisation(), new RuleId(id));
        if (partly == null) {
            return toThePast(rule.id());
        }
        PastPage page =
                views.summary(
                        who, rule.id(), rule.wording(), rule.terms().name(), Rules.mayEdit(who));
        return new ModelAndView("monitoring/past", "page", page);
    }

    @GetMapping("/work/rules/{id}/findings")
    ModelAndView findings(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String before) {
        Rule rule = rules.standing(who.organisation(), new RuleId(id));
        EventId from = Addresses.id(before).map(EventId::new).orElse(EventId.LAST);
        PastPage page = views.list(who, rule.id(), rule.wording(), rule.terms().name(), from);
        return new ModelAndView("monitoring/findings", "page", page);
    }

    @PostMapping("/work/rules/{id}/past/stop")
    ModelAndView stop(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        Rule rule = own(who, id);
        if (lookBacks.end(rule.id(), LookBack.State.CANCELLED, clock.instant())) {
            flash.addFlashAttribute(
                    "notice",
                    Notice.of("monitoring.past.notice.stopped")
                            .undoneBy("/work/rules/" + id + "/past/go"));
        }
        return toThePast(rule.id());
    }

    @PostMapping("/work/rules/{id}/past/go")
    ModelAndView go(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Rule rule = own(who, id);
        lookBacks.resume(rule.id(), clock.instant());
        signals.send(Rules.CHANGED, who.organisation().toString());
        return toThePast(rule.id());
    }

    private Rule own(SignedIn who, UUID id) {
        Rules.mayChange(who);
        return rules.standing(who.organisation(), new RuleId(id));
    }

    private static ModelAndView toThePast(RuleId rule) {
        return new ModelAndView("redirect:/work/rules/" + rule + "#past");
    }
}
