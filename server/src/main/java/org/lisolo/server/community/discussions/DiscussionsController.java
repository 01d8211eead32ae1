package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.discussions.DiscussionPages.DiscussionPage;
import org.lisolo.server.community.discussions.DiscussionPages.Form;
import org.lisolo.server.community.discussions.DiscussionPages.ListPage;
import org.lisolo.server.community.discussions.DiscussionPages.NewPage;
import org.lisolo.server.community.discussions.DiscussionPages.Said;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Discussions, and what is written in them. */
@Controller
class DiscussionsController {
    private static final int PAGE = 20;
    private static final int ANSWERS = 50;

    private final Discussions discussions;
    private final Contributions contributions;
    private final Spaces spaces;
    private final Readers readers;
    private final CanonicalAddress addresses;

    DiscussionsController(
            Discussions discussions,
            Contributions contributions,
            Spaces spaces,
            Readers readers,
            CanonicalAddress addresses) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.spaces = spaces;
        this.readers = readers;
        this.addresses = addresses;
    }

    /** What a form brings. */
    record Sent(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language) {
        ContributionId contribution() {
            if (id == null) {
                throw Problem.invalid("discussions.problem.form");
            }
            return new ContributionId(id);
        }

        Words words() {
            return new Words(orEmpty(title), orEmpty(text), language == null ? "fr" : language);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    @GetMapping("/questions")
    ModelAndView questions(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "") String from) {
        int start = start(from);
        var found =
                discussions.latest(
                        readers.of(who), Optional.empty(), Optional.of(Kind.QUESTION), start, PAGE);
        return new ModelAndView(
                "discussions/list",
                "page",
                new ListPage(
                        found.rows(),
                        start == 0 ? "" : "/questions?from=" + Math.max(0, start - PAGE),
                        found.more() ? "/questions?from=" + (start + PAGE) : ""));
    }

    @GetMapping("/spaces/{slug}/new/{kind}")
    ModelAndView compose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable String kind) {
        Space space = spaces.enter(slug, readers.of(who));
        var form = new Form(contributions.next(), Words.of("", space.language()), List.of());
        return new ModelAndView("discussions/new", "page", new NewPage(space, kind(kind), form));
    }

    @PostMapping("/spaces/{slug}/new/{kind}")
    ModelAndView open(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable String kind,
            Sent sent,
            RedirectAttributes redirect) {
        return open(who, slug, kind, sent, redirect, true);
    }

    @PostMapping("/spaces/{slug}/new/{kind}/aliased")
    ModelAndView openAliased(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable String kind,
            Sent sent,
            RedirectAttributes redirect) {
        return open(who, slug, kind, sent, redirect, false);
    }

    private ModelAndView open(
            SignedIn who,
            String slug,
            String kind,
            Sent sent,
            RedirectAttributes redirect,
            boolean named) {
        Reader reader = readers.of(who);
        Space space = spaces.enter(slug, reader);
        ContributionId id = sent.contribution();
        try {
            return contributions
                    .open(reader, space, kind(kind), id, sent.words(), named)
                    .map(made -> new ModelAndView("redirect:" + made.path()))
                    .orElseGet(() -> waits(space.path(), redirect));
        } catch (Problem problem) {
            var form = new Form(id, sent.words(), List.of(problem));
            return FormPage.of(
                    "discussions/new", new NewPage(space, kind(kind), form), form.problems());
        }
    }

    @GetMapping({"/questions/{id}", "/talks/{id}", "/cases/{id}"})
    ModelAndView one(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from) {
        Reader reader = readers.of(who);
        Discussion about = discussions.find(new ContributionId(id), reader);
        var form =
                new Form(
                        contributions.next(),
                        Words.of("", spaces.enter(about.space(), reader).language()),
                        List.of());
        return new ModelAndView("discussions/one", "page", page(reader, about, form, start(from)));
    }

    @PostMapping("/discussions/{id}/answers")
    ModelAndView answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID to,
            Sent sent,
            RedirectAttributes redirect) {
        return answer(who, id, to, sent, redirect, true);
    }

    @PostMapping("/discussions/{id}/answers/aliased")
    ModelAndView answerAliased(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID to,
            Sent sent,
            RedirectAttributes redirect) {
        return answer(who, id, to, sent, redirect, false);
    }

    private ModelAndView answer(
            SignedIn who,
            UUID id,
            @Nullable UUID to,
            Sent sent,
            RedirectAttributes redirect,
            boolean named) {
        Reader reader = readers.of(who);
        Discussion about = discussions.find(new ContributionId(id), reader);
        Space space = spaces.enter(about.space(), reader);
        Contribution parent =
                contributions
                        .find(new ContributionId(to == null ? id : to), reader)
                        .filter(one -> one.discussion().equals(about.id()))
                        .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
        ContributionId next = sent.contribution();
        try {
            return contributions
                    .answer(reader, space, about, parent, next, sent.words(), named)
                    .map(_ -> new ModelAndView("redirect:" + about.path() + "#c-" + next))
                    .orElseGet(() -> waits(about.path(), redirect));
        } catch (Problem problem) {
            var form = new Form(next, sent.words(), List.of(problem));
            return FormPage.of("discussions/one", page(reader, about, form, 0), form.problems());
        }
    }

    private static ModelAndView waits(String path, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Notice.of("discussions.waits"));
        return new ModelAndView("redirect:" + path);
    }

    private DiscussionPage page(Reader reader, Discussion about, Form form, int start) {
        Said opening =
                discussions.said(about, reader, 0, 1).stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
        List<Said> answers = discussions.said(about, reader, start + 1, ANSWERS + 1);
        boolean more = answers.size() > ANSWERS;
        return new DiscussionPage(
                spaces.enter(about.space(), reader),
                about,
                opening,
                more ? answers.subList(0, ANSWERS) : answers,
                reader,
                form,
                start == 0 ? "" : about.path() + "?from=" + Math.max(0, start - ANSWERS),
                more ? about.path() + "?from=" + (start + ANSWERS) : "",
                addresses.of(about.path()));
    }

    private static Kind kind(String key) {
        return Kind.ofKey(key).orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }

    static int start(String from) {
        return from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
    }
}
