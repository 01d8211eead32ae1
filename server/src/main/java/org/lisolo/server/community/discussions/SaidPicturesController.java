package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.CasePictures;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.contributions.SaidPictures;
import org.lisolo.server.community.contributions.ToldToAuthors;
import org.lisolo.server.community.contributions.ToldToAuthors.Waiting;
import org.lisolo.server.community.discussions.DiscussionPages.Back;
import org.lisolo.server.community.discussions.DiscussionPages.LookPage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pictures of contributions, and what their authors saw in them. */
@Controller
class SaidPicturesController {
    private static final String PICTURES = "/contributions/{id}/pictures";

    /** So long a browser need not ask again for one that everybody may see. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Discussions discussions;
    private final Contributions contributions;
    private final SaidPictures pictures;
    private final CasePictures cases;
    private final ToldToAuthors told;
    private final Spaces spaces;
    private final Readers readers;

    SaidPicturesController(
            Discussions discussions,
            Contributions contributions,
            SaidPictures pictures,
            CasePictures cases,
            ToldToAuthors told,
            Spaces spaces,
            Readers readers) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.pictures = pictures;
        this.cases = cases;
        this.told = told;
        this.spaces = spaces;
        this.readers = readers;
    }

    @GetMapping(PICTURES + "/{hash}")
    ResponseEntity<byte[]> one(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable UUID id,
            @PathVariable String hash) {
        if (!ContentHash.isOne(hash)) {
            throw unknown();
        }
        var content = new ContentHash(hash);
        Reader reader = readers.of(who);
        var named = new ContributionId(id);
        Optional<Contribution> one = contributions.find(named, reader);
        Optional<byte[]> bytes =
                one.isPresent()
                        ? pictures.bytes(one.get(), reader, content)
                        : told.waiting(reader, named)
                                .flatMap(it -> pictures.bytes(it.draft(), content));
        boolean open = one.filter(it -> !it.closed() && !it.hidden()).isPresent();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(
                        open ? CacheControl.maxAge(KEPT).cachePrivate() : CacheControl.noStore())
                .body(
                        bytes.or(() -> cases.bytes(reader, named, content))
                                .orElseThrow(SaidPicturesController::unknown));
    }

    @GetMapping(PICTURES)
    ModelAndView look(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        var named = new ContributionId(id);
        Optional<Contribution> one = contributions.find(named, reader);
        if (one.isPresent()) {
            contributions.own(reader, space(one.get(), reader), one.get());
        } else {
            waiting(named, reader);
        }
        return new ModelAndView(
                "discussions/look", "page", page(named, one, reader, Map.of(), List.of()));
    }

    @PostMapping(PICTURES)
    ModelAndView looked(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        Reader reader = readers.of(who);
        var named = new ContributionId(id);
        Optional<Contribution> one = contributions.find(named, reader);
        try {
            next.addFlashAttribute("notice", Notice.of(confirm(named, one, reader, typed)));
        } catch (Problem problem) {
            List<Problem> problems = problem.forForm().all();
            LookPage page = page(named, one, reader, typed, problems);
            return FormPage.of("discussions/look", page, problems);
        }
        return new ModelAndView("redirect:" + back(named, one, reader).path());
    }

    /** What is said of it. */
    private String confirm(
            ContributionId named,
            Optional<Contribution> one,
            Reader reader,
            Map<String, String> typed) {
        if (one.isEmpty()) {
            cases.confirm(reader, waiting(named, reader), typed);
            return "cases.looked.waits";
        }
        boolean shown = cases.confirm(reader, space(one.get(), reader), one.get(), typed);
        return shown ? "cases.looked.done" : "discussions.edit.waits";
    }

    private Draft waiting(ContributionId named, Reader reader) {
        return told.waiting(reader, named)
                .filter(one -> !one.refused())
                .map(Waiting::draft)
                .orElseThrow(SaidPicturesController::unknown);
    }

    private Back back(ContributionId named, Optional<Contribution> one, Reader reader) {
        return one.map(it -> Back.to(discussions.find(it.discussion(), reader), it))
                .orElseGet(() -> Back.toWaiting(named));
    }

    private LookPage page(
            ContributionId named,
            Optional<Contribution> one,
            Reader reader,
            Map<String, String> typed,
            List<Problem> problems) {
        return new LookPage(
                named,
                one.isEmpty(),
                back(named, one, reader),
                cases.waiting(reader, named).stream()
                        .map(size -> size.shown(typed.getOrDefault("alt-" + size.hash().hex(), "")))
                        .toList(),
                typed,
                problems);
    }

    private Space space(Contribution one, Reader reader) {
        return spaces.enter(one.space(), reader);
    }

    private static Problem unknown() {
        return Problem.notFound("discussions.problem.unknown");
    }
}
