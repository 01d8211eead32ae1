package org.lisolo.server.monitoring.rules;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.Query;
import org.lisolo.screening.QueryError;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.monitoring.past.PastPage;
import org.lisolo.server.monitoring.past.PastViews;
import org.lisolo.server.monitoring.starters.Starters;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Team;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The list of rules, one rule to write or change, and trying it on what came in lately. */
@Controller
class RulesController {
    private final Rules rules;
    private final Previews previews;
    private final PastViews past;
    private final Starters starters;
    private final AlertStore alerts;
    private final Channels channels;
    private final Accounts accounts;
    private final Teams teams;
    private final Clock clock;

    RulesController(
            Rules rules,
            Previews previews,
            PastViews past,
            Starters starters,
            AlertStore alerts,
            Channels channels,
            Accounts accounts,
            Teams teams,
            Clock clock) {
        this.rules = rules;
        this.previews = previews;
        this.past = past;
        this.starters = starters;
        this.alerts = alerts;
        this.channels = channels;
        this.accounts = accounts;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/work/rules")
    ModelAndView list(@AuthenticationPrincipal SignedIn who) {
        Map<String, String> names = channels.names(who.organisation());
        Map<RuleId, Integer> raised =
                alerts.countsByRule(who.organisation(), clock.instant().minus(Previews.PERIOD));
        List<RulesPage.Row> rows =
                rules.all(who).stream()
                        .map(
                                rule ->
                                        new RulesPage.Row(
                                                rule,
                                                channelNames(rule, names),
                                                raised.getOrDefault(rule.id(), 0)))
                        .toList();
        return new ModelAndView(
                "monitoring/rules", "page", new RulesPage(rows, Rules.mayEdit(who)));
    }

    @GetMapping("/work/rules/new")
    ModelAndView fresh(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String starter) {
        RuleForm form = starters.find(starter).map(RuleForm::of).orElseGet(RuleForm::fresh);
        return page(who, form, preview(who, form, Previews.AT_ONCE), List.of());
    }

    @GetMapping("/work/rules/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        RuleForm form = RuleForm.of(rules.versions(who, new RuleId(id)).getFirst());
        return page(who, form, preview(who, form, Previews.AT_ONCE), List.of());
    }

    /** For a page that asks while somebody types, and for a button that shows the whole page. */
    @PostMapping("/work/rules/preview")
    ModelAndView tryOut(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute RuleForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partly) {
        PreviewPage preview =
                preview(who, form, partly == null ? Previews.PATIENTLY : Previews.AT_ONCE);
        return partly == null
                ? page(who, form, preview, List.of())
                : new ModelAndView("monitoring/preview", "page", preview);
    }

    @PostMapping("/work/rules")
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute RuleForm form,
            @RequestParam(defaultValue = "on") String start,
            RedirectAttributes flash) {
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            return wrong(who, form, problems);
        }
        if (start.equals("paused")) {
            Rule tried = rules.addPaused(who, terms(who, form));
            flash.addFlashAttribute(
                    "notice",
                    Notice.of("monitoring.rule.notice.tried", tried.terms().name())
                            .undoneBy("/work/rules/" + tried.id() + "/delete"));
            return new ModelAndView("redirect:/work/rules/" + tried.id());
        }
        Rule added = rules.add(who, terms(who, form));
        flash.addFlashAttribute(
                "notice",
                Notice.of("monitoring.rule.notice.added", added.terms().name())
                        .undoneBy("/work/rules/" + added.id() + "/delete"));
        return new ModelAndView("redirect:/work/rules");
    }

    @PostMapping("/work/rules/{id}")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute RuleForm form,
            RedirectAttributes flash) {
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            return wrong(who, form, problems);
        }
        try {
            Rule changed = rules.change(who, new RuleId(id), form.seenVersion(), terms(who, form));
            flash.addFlashAttribute(
                    "notice",
                    Notice.of("monitoring.rule.notice.changed", changed.terms().name())
                            .undoneBy(restoring(changed.id(), form.seenVersion())));
            return new ModelAndView("redirect:/work/rules");
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            return wrong(who, form, List.of(problem));
        }
    }

    @PostMapping("/work/rules/{id}/versions/{version}/restore")
    ModelAndView restore(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable int version,
            RedirectAttributes flash) {
        Rule before = rules.standing(who.organisation(), new RuleId(id));
        Rule restored = rules.restore(who, before.id(), version);
        flash.addFlashAttribute(
                "notice",
                Notice.of(
                                "monitoring.rule.notice.restored",
                                restored.terms().name(),
                                Integer.toString(version))
                        .undoneBy(restoring(before.id(), before.version())));
        return new ModelAndView("redirect:/work/rules/" + id);
    }

    private static String restoring(RuleId id, int version) {
        return "/work/rules/" + id + "/versions/" + version + "/restore";
    }

    @PostMapping("/work/rules/{id}/on")
    ModelAndView on(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        return turn(who, new RuleId(id), RuleState.ON, flash);
    }

    @PostMapping("/work/rules/{id}/off")
    ModelAndView off(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        return turn(who, new RuleId(id), RuleState.OFF, flash);
    }

    @PostMapping("/work/rules/{id}/delete")
    ModelAndView delete(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        return turn(who, new RuleId(id), RuleState.DELETED, flash);
    }

    private ModelAndView turn(SignedIn who, RuleId id, RuleState after, RedirectAttributes flash) {
        RuleState before = rules.versions(who, id).getFirst().state();
        Rule turned = rules.turn(who, id, after);
        flash.addFlashAttribute(
                "notice",
                Notice.of("monitoring.rule.notice." + step(after), turned.terms().name())
                        .undoneBy("/work/rules/" + id + "/" + step(before)));
        return new ModelAndView("redirect:/work/rules");
    }

    /** The step that leads to a state. */
    private static String step(RuleState state) {
        return switch (state) {
            case ON -> "on";
            case OFF -> "off";
            case DELETED -> "delete";
        };
    }

    private RuleTerms terms(SignedIn who, RuleForm form) {
        Set<ChannelId> known =
                channels.names(who.organisation()).keySet().stream()
                        .flatMap(id -> Addresses.id(id).stream())
                        .map(ChannelId::new)
                        .collect(Collectors.toSet());
        Set<AccountId> people =
                accounts.colleagues(who.organisation()).stream()
                        .map(Colleague::account)
                        .collect(Collectors.toSet());
        Set<TeamId> named =
                teams.of(who.organisation()).stream().map(Team::id).collect(Collectors.toSet());
        return form.terms(people, named, known);
    }

    private ModelAndView wrong(SignedIn who, RuleForm form, List<Problem> problems) {
        ModelAndView page = page(who, form, preview(who, form, Previews.AT_ONCE), problems);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            SignedIn who, RuleForm form, PreviewPage preview, List<Problem> problems) {
        List<Rule> versions =
                Addresses.id(form.rule())
                        .map(id -> rules.versions(who, new RuleId(id)))
                        .orElse(List.of());
        RulePage page =
                new RulePage(
                        form,
                        versions.stream().findFirst(),
                        channels.names(who.organisation()),
                        accounts.colleagues(who.organisation()),
                        teams.of(who.organisation()),
                        preview,
                        versions.stream()
                                .findFirst()
                                .filter(rule -> rule.state() != RuleState.DELETED)
                                .map(rule -> past(who, rule)),
                        history(versions),
                        Rules.mayEdit(who),
                        problems);
        return new ModelAndView("monitoring/rule", "page", page);
    }

    private PastPage past(SignedIn who, Rule rule) {
        return past.summary(
                who, rule.id(), rule.wording(), rule.terms().name(), Rules.mayEdit(who));
    }

    private List<RulePage.Version> history(List<Rule> versions) {
        Map<AccountId, String> names =
                accounts.names(versions.stream().map(Rule::changedBy).distinct().toList());
        List<RulePage.Version> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Rule rule = versions.get(i);
            Optional<Rule> before =
                    i + 1 < versions.size() ? Optional.of(versions.get(i + 1)) : Optional.empty();
            history.add(
                    new RulePage.Version(
                            rule,
                            names.getOrDefault(rule.changedBy(), ""),
                            before.map(earlier -> RuleChanges.between(earlier, rule))
                                    .orElse(List.of("added"))));
        }
        return history;
    }

    private PreviewPage preview(SignedIn who, RuleForm form, Duration patience) {
        if (form.query().isBlank()) {
            return PreviewPage.nothing();
        }
        Map<String, String> names = channels.names(who.organisation());
        return switch (Query.parse(form.query())) {
            case QueryError error ->
                    new PreviewPage(
                            form.query(),
                            Optional.of(error),
                            "",
                            List.of(),
                            Optional.empty(),
                            false,
                            names);
            case Query query -> {
                Optional<Preview> preview = previews.of(who, query, form.channelIds(), patience);
                yield new PreviewPage(
                        form.query(),
                        Optional.empty(),
                        query.expression().toString(),
                        query.warnings(),
                        preview,
                        preview.isEmpty(),
                        names);
            }
        };
    }

    private static List<String> channelNames(Rule rule, Map<String, String> names) {
        return rule.terms().channels().stream()
                .map(channel -> names.get(channel.toString()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
