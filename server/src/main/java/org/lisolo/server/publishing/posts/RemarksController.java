package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Remarks on passages: made, seen to, opened again. */
@Controller
@RequestMapping(Posts.PATH + "/{id}/remarks")
class RemarksController {
    private static final int LONGEST = 2_000;

    private final Remarks remarks;
    private final Posts posts;
    private final PostViews views;

    RemarksController(Remarks remarks, Posts posts, PostViews views) {
        this.remarks = remarks;
        this.posts = posts;
        this.views = views;
    }

    @PostMapping
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "0") int version,
            Locale locale,
            RedirectAttributes next) {
        var form = new PostForm(typed);
        Post post = posts.own(who.organisation(), new PostId(id));
        String note = form.value("remark");
        try {
            remarks.add(
                    who,
                    post.id(),
                    version,
                    form.value("passage"),
                    note.substring(0, Math.min(note.length(), LONGEST)));
            next.addFlashAttribute("notice", Notice.of("remarks.notice.added"));
            return to(id);
        } catch (Problem problem) {
            var page =
                    new ModelAndView(
                            "publishing/post",
                            "page",
                            views.page(who, post, form, List.of(problem), locale));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/{remark}/resolve")
    ModelAndView resolve(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID remark) {
        remarks.resolve(who, new PostId(id), remark, true);
        return to(id);
    }

    @PostMapping("/{remark}/reopen")
    ModelAndView reopen(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID remark) {
        remarks.resolve(who, new PostId(id), remark, false);
        return to(id);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:" + Posts.PATH + "/" + id + "#remarks");
    }
}
