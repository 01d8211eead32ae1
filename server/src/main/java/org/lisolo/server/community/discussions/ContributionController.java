package org.lisolo.server.community.discussions;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Edits;
import org.lisolo.server.community.contributions.Edits.Beginning;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.SentPicture;
import org.lisolo.server.community.contributions.ToldToAuthors.Waiting;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.discussions.DiscussionPages.Back;
import org.lisolo.server.community.discussions.DiscussionPages.Change;
import org.lisolo.server.community.discussions.DiscussionPages.DeletePage;
import org.lisolo.server.community.discussions.DiscussionPages.EditPage;
import org.lisolo.server.community.discussions.DiscussionPages.Form;
import org.lisolo.server.community.discussions.DiscussionPages.HistoryPage;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One contribution: where it stands, what it was before, and what its author does with it. */
@Controller
class ContributionController {
    private static final String ONE = "/contributions/{id}";

    private final Discussions discussions;
    private final Contributions contributions;
    private final Edits edits;
    private final Spaces spaces;
    private final Readers readers;

    ContributionController(
            Discussions discussions,
            Contributions contributions,
            Edits edits,
            Spaces spaces,
            Readers readers) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.edits = edits;
        this.spaces = spaces;
        this.readers = readers;
    }

    /** Where it stands among others; what was just said to the reader is said there. */
    @GetMapping(ONE)
    ModelAndView one(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes next) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        Map<String, ?> told = RequestContextUtils.getInputFlashMap(request);
        if (told != null) {
            told.forEach(next::addFlashAttribute);
        }
        return to(discussions.find(one.discussion(), reader), one, reader);
    }

    private ModelAndView to(Discussion about, Contribution one, Reader reader) {
        return new ModelAndView("redirect:" + discussions.path(about, one, reader));
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
        Beginning begun = edits.begin(reader, space, one);
        var form = new Form(one.id(), begun.words(), List.of());
        return new ModelAndView("discussions/edit", "page", page(one, begun, form, reader));
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
        Discussion about = discussions.find(one.discussion(), reader);
        boolean stands;
        try {
            contributions.mayWrite(reader, space);
            List<SentPicture> more =
                    about.kind() == Kind.CASE ? List.of() : SentPicture.of(files, typed);
            stands = edits.edit(reader, space, one, sent.words(), typed, more);
        } catch (Problem problem) {
            var form = new Form(one.id(), sent.words(), problem.forForm().all(), typed);
            Beginning begun = edits.begin(reader, space, one);
            return FormPage.of("discussions/edit", page(one, begun, form, reader), form.problems());
        }
        next.addFlashAttribute("notice", Notice.of(edited(stands)));
        return to(about, one, reader);
    }

    /** What is said of an edit that stands, or waits. */
    static String edited(boolean stands) {
        return stands ? "discussions.edit.done" : "discussions.edit.waits";
    }

    @GetMapping(ONE + "/delete")
    ModelAndView delete(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        Discussion about = discussions.find(one.discussion(), reader);
        Words standing = edits.begin(reader, space(one, reader), one).standing();
        return new ModelAndView(
                "discussions/delete", "page", new DeletePage(one, standing, Back.to(about, one)));
    }

    @PostMapping(ONE + "/delete")
    ModelAndView deleted(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        Reader reader = readers.of(who);
        Contribution one = find(id, reader);
        contributions.delete(reader, space(one, reader), one);
        next.addFlashAttribute("notice", Notice.of("discussions.delete.done"));
        return to(discussions.find(one.discussion(), reader), one, reader);
    }

    private EditPage page(Contribution one, Beginning begun, Form form, Reader reader) {
        Discussion about = discussions.find(one.discussion(), reader);
        return new EditPage(
                one.id().path(),
                "discussions.edit.lead",
                about.kind(),
                one.opens(),
                begun.extra().pictures(),
                begun.waiting().map(Waiting::pictures).orElse(one.id().path() + "/pictures"),
                begun.waiting().map(change -> new Change(begun.standing(), change.path())),
                Back.to(about, one),
                form);
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
