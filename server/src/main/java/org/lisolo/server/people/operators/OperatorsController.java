package org.lisolo.server.people.operators;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.Operators;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
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
import java.util.UUID;

/** Those who look after the platform name each other. */
@Controller
@RequestMapping("/work/platform/operators")
class OperatorsController {
    private static final String HERE = "/work/platform/operators";

    private final Operators operators;

    OperatorsController(Operators operators) {
        this.operators = operators;
    }

    @GetMapping
    ModelAndView list() {
        return page("", List.of());
    }

    @PostMapping
    ModelAndView name(@RequestParam(defaultValue = "") String email, RedirectAttributes redirect) {
        try {
            tellNamed(operators.name(email), redirect);
        } catch (Problem problem) {
            return page(email, List.of(problem));
        }
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping("/{account}/name")
    String nameAgain(@PathVariable UUID account, RedirectAttributes redirect) {
        tellNamed(operators.name(new AccountId(account)), redirect);
        return "redirect:" + HERE;
    }

    @PostMapping("/{account}/remove")
    String remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID account,
            RedirectAttributes redirect) {
        Colleague removed = operators.remove(who, new AccountId(account));
        redirect.addFlashAttribute(
                "notice",
                Notice.of("people.operator.removed", removed.name())
                        .undoneBy(HERE + "/" + removed.account() + "/name"));
        return "redirect:" + HERE;
    }

    private static void tellNamed(Colleague named, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "notice",
                Notice.of("people.operator.named", named.name())
                        .undoneBy(HERE + "/" + named.account() + "/remove"));
    }

    private ModelAndView page(String email, List<Problem> problems) {
        var page = new OperatorsPage(operators.all(), email, problems);
        return FormPage.of("operators/operators", page, problems);
    }
}
