package org.lisolo.server.monitoring.watch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.alerts.Alert;
import org.lisolo.server.monitoring.alerts.AlertFilter;
import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.monitoring.cases.CaseSteps;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Purpose;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of alerts, what is new on it, and the list to take along. */
@Controller
class AlertsController {
    static final int PAGE = 50;

    /** A page that was away for long gets its newest; the rest is a reload away. */
    private static final int MOST_NEW = 50;

    private final Alerts alerts;
    private final AlertsCsv csv;
    private final LiveAlerts live;
    private final Rules rules;
    private final Channels channels;
    private final Clock clock;

    AlertsController(
            Alerts alerts,
            AlertsCsv csv,
            LiveAlerts live,
            Rules rules,
            Channels channels,
            Clock clock) {
        this.alerts = alerts;
        this.csv = csv;
        this.live = live;
        this.rules = rules;
        this.channels = channels;
        this.clock = clock;
    }

    @GetMapping("/work/alerts")
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        AlertFilter filter = filter(asked);
        long newest = alerts.newest(who);
        List<Alert> found = alerts.before(who, filter, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Alert> shown = more ? found.subList(0, PAGE) : found;
        int count = alerts.count(who, filter);
        String older =
                more
                        ? Addresses.with(
                                "/work/alerts",
                                query(filter),
                                "before",
                                Long.toString(shown.getLast().position()))
                        : "";
        AlertsPage page =
                new AlertsPage(
                        filter,
                        ruleNames(who),
                        channels.names(who.organisation()),
                        alerts.rows(who, shown),
                        count,
                        count < AlertStore.MOST_COUNTED,
                        newest,
                        query(filter),
                        older,
                        before == Long.MAX_VALUE,
                        mayExport(who),
                        Rules.mayEdit(who),
                        clock.instant());
        return new ModelAndView("monitoring/alerts", "page", page);
    }

    /** What an open page puts on its top. */
    @GetMapping("/work/alerts/new")
    ModelAndView fresh(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> asked,
            @RequestParam long after) {
        AlertFilter filter = filter(asked);
        // read before the list, so that what comes in between is asked for again, not missed
        long newest = alerts.newest(who);
        List<Alert> found =
                alerts.after(who, filter, after, MOST_NEW).stream()
                        .filter(alert -> alert.position() <= newest)
                        .toList();
        NewAlertsPage page =
                new NewAlertsPage(
                        alerts.rows(who, found), Math.max(newest, after), clock.instant());
        return new ModelAndView("monitoring/newalerts", "page", page);
    }

    @GetMapping(path = "/work/alerts/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        // a proxy that gathers what it passes on would hold the alerts back
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        String session = request.getSession().getId();
        return live.open(who.organisation(), session, last == null ? after : last);
    }

    @GetMapping("/work/alerts.csv")
    void csv(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> asked,
            @RequestParam String purpose,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"alertes.csv\"");
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        csv.write(who, filter(asked), Purpose.ofKey(purpose).orElseThrow(), response.getWriter());
    }

    /** Whoever only reads takes nothing along. */
    static boolean mayExport(SignedIn who) {
        return CaseSteps.mayWork(who);
    }

    private Map<String, String> ruleNames(SignedIn who) {
        Map<String, String> names = new LinkedHashMap<>();
        rules.all(who).forEach(rule -> names.put(rule.id().toString(), rule.terms().name()));
        return names;
    }

    /** What can't be understood is no filter: an old link still opens. */
    static AlertFilter filter(Map<String, String> asked) {
        return new AlertFilter(
                Addresses.id(asked.get("rule")).map(RuleId::new),
                Addresses.id(asked.get("channel")).map(ChannelId::new),
                Addresses.oneOf(Urgency.class, asked.get("urgency")),
                Addresses.oneOf(AlertFilter.Since.class, asked.get("since"))
                        .orElse(AlertFilter.Since.MONTH));
    }

    private static Map<String, String> query(AlertFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        filter.rule().ifPresent(rule -> query.put("rule", rule.toString()));
        filter.channel().ifPresent(channel -> query.put("channel", channel.toString()));
        filter.urgency().ifPresent(urgency -> query.put("urgency", urgency.key()));
        if (filter.since() != AlertFilter.Since.MONTH) {
            query.put("since", filter.since().key());
        }
        return query;
    }
}
