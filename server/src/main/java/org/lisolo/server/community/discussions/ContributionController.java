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
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One contribution: where it stands, what it was before, and what its author does with it. */
@Controller
class ContributionController {
    private static final String ONE = "/contributions/{id}";

    private final Discussions discussions;
    private final Contributions contributions;
    private final SaidPictures pictures;
    private final ToldToAuthors told;
    private final Spaces spaces;
    private final Readers readers;

    ContributionController(
            Discussions discussions,
            Contributions contributions,
            SaidPictures pictures,
            ToldToAuthors told,
            Spaces spaces,
            Readers readers) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.pictures = pictures;
        this.told = told;
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
        Space space = space(one, reader);
        contributions.mayWrite(reader, space);
        MessageEvent now = contributions.own(reader, space, one);
        var form = new Form(one.id(), Words.of(now, one.opens()), List.of());
        return new ModelAndView("discussions/edit", "page", page(one, now, form, reader));
    }

    @PostMapping(ONE + "/edit")
    ModelAndView edited(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            Sent sent,
            @RequestParam Map<String, MultipartFile> files,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        Space space = space(one, reader);
        contributions.mayWrite(reader, space);
        MessageEvent now = contributions.own(reader, space, one);
        Discussion about = discussions.find(one.discussion(), reader);
        boolean stands;
        try {
            List<SentPicture> more =
                    about.kind() == Kind.CASE ? List.of() : SentPicture.of(files, typed);
            var extra = new Extra(pictures.edited(pictures.standing(one, now), typed, more), "");
            stands = contributions.edit(reader, space, one, sent.words(), extra);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            var form = new Form(one.id(), sent.words(), List.of(problem), typed);
            return FormPage.of("discussions/edit", page(one, now, form, reader), form.problems());
        }
        next.addFlashAttribute("notice", Notice.of(edited(stands)));
        return to(about, one);
    }

    /** What is said of an edit that stands, or waits. */
    static String edited(boolean stands) {
        return stands ? "discussions.edit.done" : "discussions.edit.waits";
    }

    @GetMapping(ONE + "/delete")
    ModelAndView delete(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        MessageEvent now = contributions.own(reader, space(one, reader), one);
        var form = new Form(one.id(), Words.of(now, one.opens()), List.of());
        return new ModelAndView("discussions/delete", "page", page(one, now, form, reader));
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

    private EditPage page(Contribution one, MessageEvent now, Form form, Reader reader) {
        return new EditPage(
                discussions.find(one.discussion(), reader),
                one,
                pictures.standing(one, now),
                told.waiting(reader, one.space()).stream()
                        .filter(waiting -> !waiting.refused())
                        .anyMatch(waiting -> changes(waiting.draft(), one)),
                form);
    }

    private static boolean changes(Draft draft, Contribution one) {
        return draft.becomes() instanceof Draft.Edit edit && edit.of().equals(one.id());
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
