package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.releases.ReleaseForm;
import org.lisolo.server.releases.ReleaseId;
import org.lisolo.server.releases.Releases;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lets a post rest on releases, and asks for one about just what it says. */
@Controller
@RequestMapping(Posts.PATH + "/{id}")
class PostReleasesController {
    private final Posts posts;
    private final PostReleases releases;
    private final PostDrafts drafts;
    private final LostReleases lost;

    PostReleasesController(
            Posts posts, PostReleases releases, PostDrafts drafts, LostReleases lost) {
        this.posts = posts;
        this.releases = releases;
        this.drafts = drafts;
        this.lost = lost;
    }

    @PostMapping("/releases")
    ModelAndView link(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String release,
            RedirectAttributes next) {
        releases.link(who, own(who, id).id(), releaseId(release));
        next.addFlashAttribute("notice", Notice.of("posts.notice.release"));
        return to(id);
    }

    private static ReleaseId releaseId(String typed) {
        try {
            return new ReleaseId(UUID.fromString(typed));
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("posts.problem.release");
        }
    }

    @PostMapping("/releases/{release}/unlink")
    ModelAndView unlink(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID release) {
        releases.unlink(who, own(who, id).id(), new ReleaseId(release));
        return to(id);
    }

    @GetMapping("/release")
    ModelAndView fresh(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page(own(who, id), ReleaseForm.fresh(), List.of());
    }

    @PostMapping("/release")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        Post post = own(who, id);
        ReleaseForm form = ReleaseForm.of(typed);
        List<Problem> problems = new ArrayList<>(form.problemsOfPerson());
        if (problems.isEmpty()) {
            try {
                Releases.Asked asked = releases.ask(who, post.id(), form.asking());
                next.addFlashAttribute(Releases.LINK, asked.link());
                next.addFlashAttribute("notice", Notice.of("posts.notice.release.asked"));
                return new ModelAndView("redirect:" + Releases.PATH + "/" + asked.id());
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        ModelAndView again = page(post, form, problems);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /** Somebody has seen what became of the post when its release ended. */
    @PostMapping("/releases/seen")
    ModelAndView seen(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        lost.see(who, own(who, id).id());
        return to(id);
    }

    private ModelAndView page(Post post, ReleaseForm form, List<Problem> problems) {
        List<String> places =
                drafts.targets(post).stream().map(one -> one.kind().code()).distinct().toList();
        return new ModelAndView(
                "publishing/release",
                "page",
                new AskReleasePage(
                        post,
                        releases.words(post),
                        releases.pictures(post),
                        places,
                        form,
                        problems));
    }

    private Post own(SignedIn who, UUID id) {
        return posts.own(who.organisation(), new PostId(id));
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:" + Posts.PATH + "/" + id);
    }
}
