package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.discussions.DiscussionPages.EditPage;
import org.lisolo.server.community.discussions.DiscussionPages.Form;
import org.lisolo.server.community.discussions.DiscussionPages.HistoryPage;
import org.lisolo.server.community.discussions.DiscussionPages.Said;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.UUID;

/** One contribution: where it stands, what it was before, and what its author does with it. */
@Controller
class ContributionController {
    private static final String ONE = "/contributions/{id}";

    private final Discussions discussions;
    private final Contributions contributions;
    private final Spaces spaces;
    private final Readers readers;

    ContributionController(
            Discussions discussions, Contributions contributions, Spaces spaces, Readers readers) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.spaces = spaces;
        this.readers = readers;
    }

    /** Where it stands among others. */
    @GetMapping(ONE)
    ModelAndView one(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        return to(discussions.find(one.discussion(), reader), one);
    }

    private static ModelAndView to(Discussion about, Contribution one) {
        return new ModelAndView("redirect:" + about.path() + "#" + Said.anchor(one));
    }

    @GetMapping(ONE + "/history")
    ModelAndView history(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        return new ModelAndView(
                "discussions/history",
                "page",
                new HistoryPage(
                        discussions.find(one.discussion(), reader),
                        one,
                        discussions.versions(one, reader)));
    }

    @GetMapping(ONE + "/edit")
    ModelAndView edit(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        contributions.mayWrite(reader, space(one, reader));
        Words words = Words.of(contributions.own(reader, space(one, reader), one), one.opens());
        return new ModelAndView("discussions/edit", "page", page(one, words, List.of(), reader));
    }

    @PostMapping(ONE + "/edit")
    ModelAndView edited(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            Sent sent,
            RedirectAttributes next) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        boolean stands;
        try {
            stands = contributions.edit(reader, space(one, reader), one, sent.words());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            List<Problem> problems = List.of(problem);
            return FormPage.of(
                    "discussions/edit", page(one, sent.words(), problems, reader), problems);
        }
        next.addFlashAttribute("notice", Notice.of(edited(stands)));
        return to(discussions.find(one.discussion(), reader), one);
    }

    /** What is said of an edit that stands, or waits. */
    static String edited(boolean stands) {
        return stands ? "discussions.edit.done" : "discussions.edit.waits";
    }

    @GetMapping(ONE + "/delete")
    ModelAndView delete(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        Words words = Words.of(contributions.own(reader, space(one, reader), one), one.opens());
        return new ModelAndView("discussions/delete", "page", page(one, words, List.of(), reader));
    }

    @PostMapping(ONE + "/delete")
    ModelAndView deleted(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        contributions.delete(reader, space(one, reader), one);
        next.addFlashAttribute("notice", Notice.of("discussions.delete.done"));
        return to(discussions.find(one.discussion(), reader), one);
    }

    private EditPage page(Contribution one, Words words, List<Problem> problems, Reader reader) {
        return new EditPage(
                discussions.find(one.discussion(), reader),
                one,
                new Form(one.id(), words, problems));
    }

    private Space space(Contribution one, Reader reader) {
        return spaces.enter(one.space(), reader);
    }

    private Contribution find(UUID id, Reader reader) {
        return contributions
                .find(new ContributionId(id), reader)
                .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }
}
