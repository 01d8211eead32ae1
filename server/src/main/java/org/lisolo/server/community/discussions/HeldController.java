package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.BeforeWriting;
import org.lisolo.server.community.contributions.CasePictures;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.contributions.Edits;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.SentPicture;
import org.lisolo.server.community.contributions.ToldToAuthors;
import org.lisolo.server.community.contributions.ToldToAuthors.Waiting;
import org.lisolo.server.community.discussions.DiscussionPages.Back;
import org.lisolo.server.community.discussions.DiscussionPages.EditPage;
import org.lisolo.server.community.discussions.DiscussionPages.Form;
import org.lisolo.server.community.discussions.DiscussionPages.HeldPage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One's own words that wait to be read. Whoever is to pause may not say them otherwise, but may
 * take them back.
 */
@Controller
@RequestMapping("/contributions/{id}/waiting")
class HeldController {
    private final Discussions discussions;
    private final Contributions contributions;
    private final ToldToAuthors told;
    private final Edits edits;
    private final BeforeWriting before;
    private final CasePictures cases;
    private final Spaces spaces;
    private final Readers readers;

    HeldController(
            Discussions discussions,
            Contributions contributions,
            ToldToAuthors told,
            Edits edits,
            BeforeWriting before,
            CasePictures cases,
            Spaces spaces,
            Readers readers) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.told = told;
        this.edits = edits;
        this.before = before;
        this.cases = cases;
        this.spaces = spaces;
        this.readers = readers;
    }

    @GetMapping
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Waiting waiting = find(id, reader);
        boolean looks = !cases.waiting(reader, waiting.draft().id()).isEmpty();
        return new ModelAndView(
                "discussions/held", "page", new HeldPage(waiting, back(waiting), looks));
    }

    @GetMapping("/edit")
    ModelAndView edit(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Waiting waiting = editable(id, reader);
        mayWrite(waiting, reader);
        Draft draft = waiting.draft();
        return page(draft, reader, new Form(draft.id(), draft.words(), List.of()));
    }

    @PostMapping("/edit")
    ModelAndView edited(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            Sent sent,
            @RequestParam Map<String, MultipartFile> files,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        Reader reader = readers.of(who);
        Waiting waiting = editable(id, reader);
        Draft draft = waiting.draft();
        try {
            mayWrite(waiting, reader);
            List<SentPicture> more =
                    kind(draft, reader) == Kind.CASE ? List.of() : SentPicture.of(files, typed);
            edits.edit(draft, sent.words(), typed, more);
        } catch (Problem problem) {
            return page(
                    draft,
                    reader,
                    new Form(draft.id(), sent.words(), problem.forForm().all(), typed));
        }
        next.addFlashAttribute("notice", Notice.of("discussions.held.edit.done"));
        return new ModelAndView("redirect:" + Back.toWaiting(draft.id()).path());
    }

    /** What changes something is said otherwise where that is. */
    private Waiting editable(UUID id, Reader reader) {
        Waiting waiting = find(id, reader);
        if (waiting.changes()) {
            throw unknown();
        }
        return waiting;
    }

    private void mayWrite(Waiting waiting, Reader reader) {
        contributions.mayWrite(reader, spaces.enter(waiting.space(), reader));
    }

    private ModelAndView page(Draft draft, Reader reader, Form form) {
        Back back = Back.toWaiting(draft.id());
        var page =
                new EditPage(
                        back.path(),
                        "discussions.held.edit.lead",
                        kind(draft, reader),
                        draft.becomes() instanceof Draft.Opening,
                        draft.extra().pictures(),
                        draft.id().path() + "/pictures",
                        Optional.empty(),
                        back,
                        form);
        return FormPage.of("discussions/edit", page, form.problems());
    }

    private Kind kind(Draft draft, Reader reader) {
        return draft.becomes() instanceof Draft.Opening opening
                ? opening.kind()
                : discussions.find(contributions.discussion(draft), reader).kind();
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        Waiting waiting = find(id, readers.of(who));
        if (!before.tookBack(waiting.draft())) {
            throw unknown();
        }
        cases.forget(waiting.draft().id());
        next.addFlashAttribute("notice", Notice.of("discussions.held.back.done"));
        return new ModelAndView("redirect:" + back(waiting).path());
    }

    private Waiting find(UUID id, Reader reader) {
        return told.waiting(reader, new ContributionId(id))
                .filter(one -> !one.refused())
                .orElseThrow(HeldController::unknown);
    }

    /** To where they were written. */
    private Back back(Waiting waiting) {
        return contributions
                .find(contributions.discussion(waiting.draft()))
                .map(one -> Back.toDiscussion(contributions.path(one)))
                .orElseGet(() -> Back.toSpace(spaces.find(waiting.space()).orElseThrow().path()));
    }

    private static Problem unknown() {
        return Problem.notFound("discussions.problem.held");
    }
}
