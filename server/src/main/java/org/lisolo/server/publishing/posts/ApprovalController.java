package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who has to agree before something is said, in order. */
@Controller
@RequestMapping("/work/approval")
class ApprovalController {
    private final ApprovalStore store;
    private final Clock clock;

    ApprovalController(ApprovalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        return page(store.of(who.organisation()), List.of());
    }

    @PostMapping
    ModelAndView keep(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        var order = new ApprovalOrder(roles(typed, "ordinary"), roles(typed, "raised"));
        if (order.raised().isEmpty()) {
            ModelAndView page =
                    page(
                            order,
                            List.of(Problem.invalid("approval.problem.raised").atField("raised1")));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        store.keep(who.organisation(), order, who.account(), clock.instant());
        next.addFlashAttribute("notice", Notice.of("approval.notice.kept"));
        return new ModelAndView("redirect:/work/approval");
    }

    private static List<Role> roles(Map<String, String> typed, String name) {
        List<Role> roles = new ArrayList<>();
        for (int place = 1; place <= PostPages.ApprovalPage.PLACES; place++) {
            String wanted = typed.getOrDefault(name + place, "");
            ApprovalOrder.ROLES.stream()
                    .filter(role -> role.name().equals(wanted) && !roles.contains(role))
                    .forEach(roles::add);
        }
        return roles;
    }

    private static ModelAndView page(ApprovalOrder order, List<Problem> problems) {
        return new ModelAndView(
                "publishing/approval", "page", new PostPages.ApprovalPage(order, problems));
    }
}
