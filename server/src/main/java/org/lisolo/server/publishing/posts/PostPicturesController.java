package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.pictures.Cut;
import org.lisolo.server.platform.pictures.PictureDrawer;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.gate.Recognisable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Pictures of posts: sent with the draft's words, shown to staff, and to everyone once published.
 */
@Controller
class PostPicturesController {
    private static final String ONE = Posts.PATH + "/{id}/pictures";

    private final Posts posts;
    private final PostPictures pictures;
    private final PostViews views;

    PostPicturesController(Posts posts, PostPictures pictures, PostViews views) {
        this.posts = posts;
        this.pictures = pictures;
        this.views = views;
    }

    /** Keeps the words that were typed, too. */
    @PostMapping(ONE)
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "picture", required = false) @Nullable MultipartFile picture,
            Locale locale,
            RedirectAttributes next)
            throws IOException {
        var form = new PostForm(typed);
        Post post = own(who, id);
        try {
            keep(who, post, form);
            if (picture == null || picture.isEmpty()) {
                throw Problem.invalid("posts.problem.nopicture").atField("picture");
            }
            if (picture.getSize() > PictureDrawer.MOST_BYTES) {
                throw PictureDrawer.tooLarge();
            }
            pictures.add(
                    who,
                    post.id(),
                    picture.getBytes(),
                    cut(form),
                    form.value("picture_alt"),
                    Recognisable.ofKey(form.value("picture_people")));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            var again =
                    new ModelAndView(
                            "publishing/post",
                            "page",
                            views.page(who, own(who, id), form, List.of(problem), locale));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        next.addFlashAttribute("notice", Notice.of("posts.notice.picture"));
        return new ModelAndView("redirect:" + post.path() + "#pictures");
    }

    private void keep(SignedIn who, Post post, PostForm form) {
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        if (form.edition() >= 0 && !posts.save(who, post.id(), form.edition(), form.content())) {
            throw Problem.conflict("posts.problem.changed");
        }
        pictures.describe(who, post.id(), form.typed());
    }

    private static Cut cut(PostForm form) {
        String[] focus = form.value("picture_focus").split("-", -1);
        boolean named = focus.length == 2;
        return new Cut(
                Cut.Shape.ofKey(form.value("picture_shape")),
                hundredths(named ? focus[0] : "", 50),
                hundredths(named ? focus[1] : "", 50),
                hundredths(form.value("picture_size"), 100));
    }

    private static int hundredths(String typed, int otherwise) {
        return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : otherwise;
    }

    @PostMapping(ONE + "/{hash}/remove")
    ModelAndView remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable String hash,
            @RequestParam Map<String, String> typed) {
        Post post = own(who, id);
        keep(who, post, new PostForm(typed));
        pictures.remove(who, post.id(), checked(hash));
        return new ModelAndView("redirect:" + post.path() + "#pictures");
    }

    @GetMapping(ONE + "/{hash}")
    ResponseEntity<byte[]> show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable String hash) {
        byte[] bytes =
                pictures.small(own(who, id), checked(hash))
                        .orElseThrow(PostPicturesController::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    /** Asked for anew each time, as it has to be gone when it is taken down. */
    @GetMapping("/news/{organisation}/pictures/{hash}")
    ResponseEntity<byte[]> published(@PathVariable UUID organisation, @PathVariable String hash) {
        byte[] bytes =
                pictures.published(new OrganisationId(organisation), checked(hash))
                        .orElseThrow(PostPicturesController::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag("\"" + hash + "\"")
                .body(bytes);
    }

    private static String checked(String hash) {
        if (!ContentHash.isOne(hash)) {
            throw unknown();
        }
        return hash;
    }

    private static Problem unknown() {
        return Problem.notFound("posts.problem.unknown");
    }

    private Post own(SignedIn who, UUID id) {
        return posts.own(who.organisation(), new PostId(id));
    }
}
