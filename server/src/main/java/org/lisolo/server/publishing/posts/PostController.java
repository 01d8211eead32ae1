package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One post: written, looked at by the gate, asked about, approved, said, taken down. */
@Controller
@RequestMapping(Posts.PATH + "/{id}")
class PostController {
    private final Posts posts;
    private final PostPictures pictures;
    private final PostViews views;
    private final Answering answering;
    private final Clock clock;

    PostController(
            Posts posts, PostPictures pictures, PostViews views, Answering answering, Clock clock) {
        this.posts = posts;
        this.pictures = pictures;
        this.views = views;
        this.answering = answering;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Locale locale) {
        Post post = own(who, id);
        Optional<Reply> reply = answering.reply(post.id());
        if (reply.isPresent() && isBegunBy(who, post)) {
            return new ModelAndView("redirect:" + reply.get().path());
        }
        return page(who, post, views.form(post, who.zone()), List.of(), locale);
    }

    /** What was said once is corrected here. */
    private static boolean isBegunBy(SignedIn who, Post post) {
        return post.state() == PostState.DRAFT
                && post.published().isEmpty()
                && post.author().equals(who.account());
    }

    /** Keeps what is typed and shows what the gate says: as somebody types, or by a button. */
    @PostMapping("/check")
    ModelAndView check(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partly,
            Locale locale) {
        var form = new PostForm(typed);
        List<Problem> problems = new ArrayList<>(form.problems());
        boolean kept =
                problems.isEmpty()
                        && posts.save(who, own(who, id).id(), form.edition(), form.content());
        if (kept) {
            pictures.describe(who, new PostId(id), form.typed());
        }
        if (partly != null) {
            return new ModelAndView(
                    "publishing/check", "page", views.check(who, own(who, id), kept, locale));
        }
        if (problems.isEmpty() && !kept) {
            problems.add(Problem.conflict("posts.problem.changed"));
        }
        return page(who, own(who, id), form, problems, locale);
    }

    @PostMapping("/ask")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            RedirectAttributes next) {
        var form = new PostForm(typed);
        PostId post = own(who, id).id();
        List<Problem> problems = new ArrayList<>(form.problemsInAsking());
        try {
            if (form.problems().isEmpty()
                    && !posts.save(who, post, form.edition(), form.content())) {
                problems.add(Problem.conflict("posts.problem.changed"));
            }
            pictures.describe(who, post, form.typed());
            Optional<Instant> when = form.when(who.zone(), clock.instant());
            if (problems.isEmpty()) {
                next.addFlashAttribute("notice", told(posts.ask(who, post, when)));
                return to(id);
            }
        } catch (Problem problem) {
            problems.add(problem);
        }
        return page(who, own(who, id), form, problems, locale);
    }

    private static Notice told(Post post) {
        return switch (post.state()) {
            case ASKED -> Notice.of("posts.notice.asked");
            case APPROVED -> Notice.of("posts.notice.scheduled");
            case DRAFT, SENT, TAKEN_DOWN, DISCARDED -> Notice.of("posts.notice.sent");
        };
    }

    @PostMapping("/approve")
    ModelAndView approve(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                locale,
                () -> {
                    Post after = posts.approve(who, new PostId(id), version, clean(note));
                    next.addFlashAttribute(
                            "notice",
                            after.state() == PostState.ASKED
                                    ? Notice.of("posts.notice.approved")
                                    : told(after));
                });
    }

    @PostMapping("/changes")
    ModelAndView changes(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                locale,
                () -> {
                    posts.askChanges(who, new PostId(id), clean(note));
                    next.addFlashAttribute("notice", Notice.of("posts.notice.changes"));
                });
    }

    @PostMapping("/comment")
    ModelAndView comment(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                locale,
                () -> {
                    posts.comment(who, new PostId(id), clean(note));
                    next.addFlashAttribute("notice", Notice.of("posts.notice.comment"));
                });
    }

    @PostMapping("/overrule")
    ModelAndView overrule(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                locale,
                () -> {
                    posts.overrule(who, new PostId(id), version, finding, clean(reason));
                    next.addFlashAttribute("notice", Notice.of("posts.notice.overruled"));
                });
    }

    @PostMapping("/say")
    ModelAndView say(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                locale,
                () -> {
                    var when = new PostForm(typed).whenFirst(who.zone(), clock.instant());
                    next.addFlashAttribute("notice", told(posts.say(who, new PostId(id), when)));
                });
    }

    @PostMapping("/back")
    ModelAndView back(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        posts.takeBack(who, new PostId(id));
        return to(id);
    }

    @PostMapping("/take-down")
    ModelAndView takeDown(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        posts.takeDown(who, new PostId(id));
        next.addFlashAttribute("notice", Notice.of("posts.notice.takendown"));
        return to(id);
    }

    @PostMapping("/discard")
    ModelAndView discard(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        posts.discard(who, new PostId(id));
        next.addFlashAttribute(
                "notice",
                Notice.of("posts.notice.discarded").undoneBy(Posts.PATH + "/" + id + "/restore"));
        return new ModelAndView("redirect:" + Posts.PATH);
    }

    @PostMapping("/restore")
    ModelAndView restore(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        posts.restore(who, new PostId(id));
        return to(id);
    }

    /** Does it and shows the post; what is wrong with a field is told on its page. */
    private ModelAndView doing(SignedIn who, UUID id, Locale locale, Runnable deed) {
        try {
            deed.run();
            return to(id);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND
                    || problem.kind() == Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            Post post = own(who, id);
            return page(who, post, views.form(post, who.zone()), List.of(problem), locale);
        }
    }

    private Post own(SignedIn who, UUID id) {
        return posts.own(who.organisation(), new PostId(id));
    }

    private ModelAndView page(
            SignedIn who, Post post, PostForm form, List<Problem> problems, Locale locale) {
        var page =
                new ModelAndView(
                        "publishing/post", "page", views.page(who, post, form, problems, locale));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:" + Posts.PATH + "/" + id);
    }

    private static String clean(String typed) {
        String stripped = typed.replace("\0", "").strip();
        return stripped.substring(0, Math.min(stripped.length(), 2_000));
    }
}
