package org.lisolo.server.community.direct;

import org.lisolo.server.community.direct.DirectPages.ReportsPage;
import org.lisolo.server.community.direct.DirectPages.Row;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Waiting;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Notice;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A message between two that one of them reports: that message alone goes to those who look after
 * the platform, for it stands in no space that had moderators.
 */
@Controller
class DirectReportsController implements Waiting {
    private static final String HERE = "/work/direct-reports";
    private static final int AT_MOST = 50;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Directs directs;
    private final DirectStore messages;
    private final DirectReportStore store;
    private final Accounts accounts;
    private final Ids ids;
    private final Clock clock;

    DirectReportsController(
            Directs directs,
            DirectStore messages,
            DirectReportStore store,
            Accounts accounts,
            Ids ids,
            Clock clock) {
        this.directs = directs;
        this.messages = messages;
        this.store = store;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** One that the other wrote. */
    @PostMapping("/me/direct/{pair}/{message}/report")
    ModelAndView report(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID pair,
            @PathVariable UUID message,
            RedirectAttributes redirect) {
        var one = directs.find(new PairId(pair), who.account());
        var reported =
                messages.one(one.id(), message)
                        .filter(said -> said.sender().equals(one.other()))
                        .orElseThrow(Directs::unknown);
        store.add(ids.next(), reported, who.account(), clock.instant());
        redirect.addFlashAttribute("notice", Notice.of("direct.reported"));
        return new ModelAndView("redirect:/me/direct/" + pair);
    }

    @GetMapping(HERE)
    ModelAndView open() {
        var found = store.open(AT_MOST);
        var names =
                accounts.publicNames(
                        found.stream()
                                .flatMap(one -> Stream.of(one.sender(), one.reporter()))
                                .distinct()
                                .toList());
        return new ModelAndView(
                "direct/reports",
                "page",
                new ReportsPage(
                        found.stream()
                                .map(
                                        one ->
                                                new Row(
                                                        one.id(),
                                                        names.getOrDefault(one.sender(), ""),
                                                        names.getOrDefault(one.reporter(), ""),
                                                        one.words(),
                                                        one.at()))
                                .toList()));
    }

    @PostMapping(HERE + "/{id}/leave")
    ModelAndView leave(@PathVariable UUID id, RedirectAttributes redirect) {
        store.settle(id, clock.instant());
        redirect.addFlashAttribute("notice", Notice.of("direct.reports.left"));
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping(HERE + "/{id}/bar")
    ModelAndView bar(@PathVariable UUID id, RedirectAttributes redirect) {
        AccountId sender = store.settle(id, clock.instant()).orElseThrow(Directs::unknown);
        store.bar(sender, clock.instant());
        redirect.addFlashAttribute("notice", Notice.of("direct.reports.barred"));
        return new ModelAndView("redirect:" + HERE);
    }

    @Override
    public String path() {
        return HERE;
    }

    @Override
    public long count(SignedIn who) {
        return who.may(Action.SETTLE_DIRECT_REPORTS) ? store.open() : 0;
    }

    @Scheduled(initialDelay = 1, fixedRate = 24, timeUnit = TimeUnit.HOURS)
    void forget() {
        store.forgetSettledBefore(clock.instant().minus(KEPT));
    }
}
