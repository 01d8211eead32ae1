package org.lisolo.server.operations;

import org.lisolo.server.operations.BackupPlan.Hindrance;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** When backups were made and will be, and the button that makes one now. */
@Controller
class BackupsController {
    private static final int SHOWN = 60;

    private final Backups backups;
    private final BackupPlan plan;
    private final KeptBackupStore store;
    private final Accounts accounts;
    private final Clock clock;

    BackupsController(
            Backups backups,
            BackupPlan plan,
            KeptBackupStore store,
            Accounts accounts,
            Clock clock) {
        this.backups = backups;
        this.plan = plan;
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/work/backups")
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        return page(who, List.of());
    }

    @PostMapping("/work/backups")
    ModelAndView begin(@AuthenticationPrincipal SignedIn who, RedirectAttributes next) {
        try {
            backups.begin(who);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            return page(who, List.of(problem));
        }
        next.addFlashAttribute("notice", Notice.of("backups.notice.begun"));
        return new ModelAndView("redirect:/work/backups");
    }

    private ModelAndView page(SignedIn who, List<Problem> problems) {
        Instant now = clock.instant();
        boolean mine = backups.isOperatedBy(who.organisation());
        boolean planned = plan.folder().isPresent();
        List<KeptBackup> all = store.latest(SHOWN);
        var page =
                new BackupsPage(
                        mine ? plan.folder().map(Object::toString).orElse("") : "",
                        hindrance(),
                        mine,
                        mine && who.may(Action.BACK_UP),
                        planned ? plan.nextDue(now) : null,
                        plan.retention().days(),
                        plan.retention().weeks(),
                        plan.retention().months(),
                        all.stream().filter(KeptBackup::goesOn).findFirst().orElse(null),
                        store.newestDone().orElse(null),
                        planned && backups.isLate(now),
                        all.stream().filter(backup -> !backup.goesOn()).toList(),
                        mine ? accounts.names(askers(all)) : Map.of(),
                        now,
                        problems);
        return new ModelAndView("operations/backups", "page", page);
    }

    private static List<AccountId> askers(List<KeptBackup> all) {
        return all.stream()
                .map(KeptBackup::askedBy)
                .filter(Objects::nonNull)
                .map(AccountId::new)
                .distinct()
                .toList();
    }

    private String hindrance() {
        Optional<String> code = plan.hindrance().map(Hindrance::code);
        return code.map(c -> "backups.failure." + c).orElse("");
    }
}
