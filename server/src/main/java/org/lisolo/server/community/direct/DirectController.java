package org.lisolo.server.community.direct;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.Before;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.direct.DirectPages.ListPage;
import org.lisolo.server.community.direct.DirectPages.PairPage;
import org.lisolo.server.community.direct.DirectStore.Pair;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.people.AccountId;
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

/** Messages between two people. */
@Controller
@RequestMapping("/me/direct")
class DirectController {
    private static final String HERE = "/me/direct";
    private static final int PAGE = 30;

    private final Directs directs;
    private final Contributions contributions;
    private final Readers readers;

    DirectController(Directs directs, Contributions contributions, Readers readers) {
        this.directs = directs;
        this.contributions = contributions;
        this.readers = readers;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String from) {
        int start = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        var found = directs.of(who.account(), start, PAGE + 1);
        boolean more = found.size() > PAGE;
        return new ModelAndView(
                "direct/list",
                "page",
                new ListPage(
                        more ? found.subList(0, PAGE) : found,
                        directs.takes(who.account()),
                        start == 0 ? "" : HERE + "?from=" + Math.max(0, start - PAGE),
                        more ? HERE + "?from=" + (start + PAGE) : ""));
    }

    @PostMapping("/setting")
    ModelAndView set(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String takes,
            RedirectAttributes redirect) {
        directs.take(who.account(), takes.equals("talked"));
        redirect.addFlashAttribute("notice", Notice.of("direct.setting.done"));
        return new ModelAndView("redirect:" + HERE);
    }

    /** To who wrote something that the reader may see. */
    @GetMapping("/to/{contribution}")
    ModelAndView to(@AuthenticationPrincipal SignedIn who, @PathVariable UUID contribution) {
        return fresh(who, contribution, "", directs.next(), List.of());
    }

    @PostMapping("/to/{contribution}")
    ModelAndView writeTo(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID contribution,
            @RequestParam @Nullable UUID id,
            @RequestParam(defaultValue = "") String words) {
        UUID next = id == null ? directs.next() : id;
        try {
            PairId pair = directs.write(who, author(who, contribution), next, words);
            return new ModelAndView("redirect:" + HERE + "/" + pair);
        } catch (Problem problem) {
            return fresh(who, contribution, words, next, List.of(problem.forForm()));
        }
    }

    private AccountId author(SignedIn who, UUID contribution) {
        return contributions
                .find(new ContributionId(contribution), readers.of(who))
                .flatMap(Contribution::author)
                .orElseThrow(Directs::unknown);
    }

    private ModelAndView fresh(
            SignedIn who, UUID contribution, String typed, UUID next, List<Problem> problems) {
        AccountId other = author(who, contribution);
        boolean mayWrite = directs.mayWrite(who.account(), other);
        var page =
                new PairPage(
                        mayWrite ? directs.name(other) : "",
                        new ContributionId(contribution).path(),
                        HERE + "/to/" + contribution,
                        List.of(),
                        mayWrite,
                        next,
                        typed,
                        problems,
                        "",
                        "");
        return FormPage.of("direct/pair", page, problems);
    }

    @GetMapping("/{pair}")
    ModelAndView pair(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID pair,
            @RequestParam(defaultValue = "") String before) {
        Pair one = directs.find(new PairId(pair), who.account());
        return page(who, one, Before.of(before), "", directs.next(), List.of());
    }

    @PostMapping("/{pair}")
    ModelAndView write(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID pair,
            @RequestParam @Nullable UUID id,
            @RequestParam(defaultValue = "") String words) {
        Pair one = directs.find(new PairId(pair), who.account());
        UUID next = id == null ? directs.next() : id;
        try {
            directs.write(who, one.other(), next, words);
            return new ModelAndView("redirect:" + HERE + "/" + pair);
        } catch (Problem problem) {
            return page(who, one, Before.NOW, words, next, List.of(problem.forForm()));
        }
    }

    @PostMapping("/{pair}/{message}/delete")
    ModelAndView delete(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID pair,
            @PathVariable UUID message,
            RedirectAttributes redirect) {
        Pair one = directs.find(new PairId(pair), who.account());
        directs.delete(one, message, who.account());
        redirect.addFlashAttribute("notice", Notice.of("direct.deleted"));
        return new ModelAndView("redirect:" + HERE + "/" + pair);
    }

    private ModelAndView page(
            SignedIn who, Pair pair, UUID before, String typed, UUID next, List<Problem> problems) {
        String here = HERE + "/" + pair.id();
        var found = directs.read(pair, who.account(), before, PAGE);
        var page =
                new PairPage(
                        directs.name(pair.other()),
                        "",
                        here,
                        found.said(),
                        directs.mayWrite(who.account(), pair.other()),
                        next,
                        typed,
                        problems,
                        before.equals(Before.NOW) ? "" : here,
                        found.next().map(one -> here + "?before=" + one).orElse(""));
        return FormPage.of("direct/pair", page, problems);
    }
}
