package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.BeforeWriting;
import org.lisolo.server.community.contributions.CasePictures;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.ToldToAuthors;
import org.lisolo.server.community.contributions.ToldToAuthors.Waiting;
import org.lisolo.server.community.discussions.DiscussionPages.Back;
import org.lisolo.server.community.discussions.DiscussionPages.HeldPage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.UUID;

/** One's own words that wait to be read. Whoever is to pause may take them back, too. */
@Controller
@RequestMapping("/contributions/{id}/waiting")
class HeldController {
    private final Contributions contributions;
    private final ToldToAuthors told;
    private final BeforeWriting before;
    private final CasePictures cases;
    private final Spaces spaces;
    private final Readers readers;

    HeldController(
            Contributions contributions,
            ToldToAuthors told,
            BeforeWriting before,
            CasePictures cases,
            Spaces spaces,
            Readers readers) {
        this.contributions = contributions;
        this.told = told;
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
