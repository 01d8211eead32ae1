package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.posts.PostPages.ApprovalPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has to agree before something is said, in order. */
@Controller
@RequestMapping("/work/approval")
class ApprovalController {
    private final ApprovalStore store;
    private final DeadlineStore deadlines;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApprovalController(
            ApprovalStore store,
            DeadlineStore deadlines,
            Accounts accounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        return page(
                who,
                store.of(who.organisation()),
                deadlines.reserve(who.organisation()),
                List.of());
    }

    @PostMapping
    ModelAndView keep(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        var order = new ApprovalOrder(roles(typed, "ordinary"), roles(typed, "raised"));
        Optional<Reserve> reserve = reserve(who, typed);
        List<Problem> problems = new ArrayList<>();
        if (order.raised().isEmpty()) {
            problems.add(Problem.invalid("approval.problem.raised").atField("raised1"));
        }
        if (reserve.filter(one -> one.role().isEmpty() && one.person().isEmpty()).isPresent()) {
            problems.add(Problem.invalid("approval.problem.reserve").atField("reserveRole"));
        }
        if (!problems.isEmpty()) {
            ModelAndView page = page(who, order, reserve, problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        transaction.executeWithoutResult(
                _ -> {
                    store.keep(who.organisation(), order, who.account(), clock.instant());
                    deadlines.keep(who.organisation(), reserve);
                });
        next.addFlashAttribute("notice", Notice.of("approval.notice.kept"));
        return new ModelAndView("redirect:/work/approval");
    }

    private Optional<Reserve> reserve(SignedIn who, Map<String, String> typed) {
        Map<String, AccountId> people = new HashMap<>();
        approvers(who).forEach(one -> people.put(one.account().toString(), one.account()));
        return ApprovalPage.HOURS.stream()
                .filter(hours -> hours.toString().equals(typed.get("hours")))
                .map(
                        hours ->
                                new Reserve(
                                        hours,
                                        ApprovalOrder.ROLES.stream()
                                                .filter(
                                                        r ->
                                                                r.name()
                                                                        .equals(
                                                                                typed.get(
                                                                                        "reserveRole")))
                                                .findFirst(),
                                        Optional.ofNullable(
                                                people.get(typed.getOrDefault("reserve", "")))))
                .findFirst();
    }

    private List<Colleague> approvers(SignedIn who) {
        return accounts.colleagues(who.organisation()).stream()
                .filter(one -> one.may(Action.APPROVE_POSTS))
                .toList();
    }

    private static List<Role> roles(Map<String, String> typed, String name) {
        List<Role> roles = new ArrayList<>();
        for (int place = 1; place <= ApprovalPage.PLACES; place++) {
            String wanted = typed.getOrDefault(name + place, "");
            ApprovalOrder.ROLES.stream()
                    .filter(role -> role.name().equals(wanted) && !roles.contains(role))
                    .forEach(roles::add);
        }
        return roles;
    }

    private ModelAndView page(
            SignedIn who, ApprovalOrder order, Optional<Reserve> reserve, List<Problem> problems) {
        Map<String, String> people = new LinkedHashMap<>();
        approvers(who).forEach(one -> people.put(one.account().toString(), one.name()));
        var page =
                new ApprovalPage(
                        order,
                        reserve.map(one -> Integer.toString(one.hours())).orElse(""),
                        reserve.flatMap(Reserve::role).map(Role::name).orElse(""),
                        reserve.flatMap(Reserve::person).map(AccountId::toString).orElse(""),
                        people,
                        problems);
        return new ModelAndView("publishing/approval", "page", page);
    }
}
