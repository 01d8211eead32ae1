package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.library.Piece;
import org.lisolo.server.publishing.library.Variant;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The list of posts, how one begins, and what did not leave. */
@Controller
class PostsController {
    private static final int PAGE = 25;
    private static final int UNSENT = 200;

    private final Posts posts;
    private final PostStore store;
    private final PostViews views;
    private final Outgoings outgoings;
    private final Library library;

    PostsController(
            Posts posts, PostStore store, PostViews views, Outgoings outgoings, Library library) {
        this.posts = posts;
        this.store = store;
        this.views = views;
        this.outgoings = outgoings;
        this.library = library;
    }

    @GetMapping(Posts.PATH)
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String from) {
        PostState view = PostState.ofKey(state).orElse(PostState.DRAFT);
        int start = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        List<Post> found = store.list(who.organisation(), view, start, PAGE + 1);
        boolean more = found.size() > PAGE;
        var page =
                new PostPages.PostsPage(
                        view,
                        store.counts(who.organisation()),
                        views.rows(who, more ? found.subList(0, PAGE) : found),
                        start == 0 ? "" : address(view, Math.max(0, start - PAGE)),
                        more ? address(view, start + PAGE) : "",
                        who.may(Action.WRITE_POSTS));
        return new ModelAndView("publishing/posts", "page", page);
    }

    private static String address(PostState view, int from) {
        return Posts.PATH + "?state=" + view.key() + (from == 0 ? "" : "&from=" + from);
    }

    @PostMapping(Posts.PATH)
    ModelAndView begin(@AuthenticationPrincipal SignedIn who, Locale locale) {
        String language = locale.getLanguage().equals("en") ? "en" : "fr";
        PostId id =
                posts.begin(
                        who, new PostContent(language, Topic.ORGANISATION, "", "", "", "", false));
        return new ModelAndView("redirect:" + Posts.PATH + "/" + id);
    }

    @PostMapping(Library.PATH + "/{id}/use")
    ModelAndView use(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String variant) {
        Piece piece =
                library.find(who.organisation(), new PieceId(id))
                        .orElseThrow(() -> Problem.notFound("library.problem.unknown"));
        PostId begun =
                posts.begin(who, piece, language, Variant.ofKey(variant).orElse(Variant.FULL));
        return new ModelAndView("redirect:" + Posts.PATH + "/" + begun);
    }

    @GetMapping("/work/outbox")
    ModelAndView outbox(@AuthenticationPrincipal SignedIn who) {
        return new ModelAndView(
                "publishing/outbox", "page", new PostPages.OutboxPage(views.unsent(who, UNSENT)));
    }

    @PostMapping("/work/outbox/{id}/again")
    ModelAndView again(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        outgoings.sendAgain(who, id);
        next.addFlashAttribute("notice", Notice.of("outbox.notice.again"));
        return new ModelAndView("redirect:/work/outbox");
    }

    @PostMapping("/work/outbox/{id}/give-up")
    ModelAndView giveUp(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        outgoings.giveUp(who, id);
        next.addFlashAttribute("notice", Notice.of("outbox.notice.givenup"));
        return new ModelAndView("redirect:/work/outbox");
    }
}
