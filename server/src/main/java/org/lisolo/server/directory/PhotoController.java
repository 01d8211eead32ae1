package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.pictures.PictureDrawer;
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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pictures: shown to everyone, sent by those who keep the entries. */
@Controller
class PhotoController {
    private final Photos photos;
    private final Entries entries;
    private final WorkPages pages;

    PhotoController(Photos photos, Entries entries, WorkPages pages) {
        this.photos = photos;
        this.entries = entries;
        this.pages = pages;
    }

    /** A name never means another picture, so a browser need not ask again for a year. */
    @GetMapping(DirectoryForm.PATH + "/photos/{name}/{size}")
    ResponseEntity<byte[]> show(
            @PathVariable String name,
            @PathVariable int size,
            @AuthenticationPrincipal @Nullable SignedIn who) {
        byte[] bytes =
                Optional.of(name)
                        .filter(one -> one.matches("[0-9a-f]{32}"))
                        .flatMap(one -> photos.find(one, size, who))
                        .orElseThrow(PhotoController::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(bytes);
    }

    private static Problem notFound() {
        return Problem.notFound("directory.problem.unknown");
    }

    @PostMapping(EntriesController.PATH + "/{id}/photo")
    ModelAndView send(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            @RequestParam(name = "photo_alt", defaultValue = "") String alt,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        Entry entry = entries.own(new EntryId(id), who);
        String name = entry.content().photo().name();
        try {
            if (photo != null && photo.getSize() > PictureDrawer.MOST_BYTES) {
                throw PictureDrawer.tooLarge().atField("photo");
            }
            if (photo != null && !photo.isEmpty()) {
                name = photos.keep(photo.getBytes());
            }
            if (name.isEmpty()) {
                throw Problem.invalid("directory.problem.photo.none").atField("photo");
            }
            change(who, entry, Map.of("photo", name, "photo_alt", alt));
        } catch (Problem problem) {
            var view =
                    new ModelAndView(
                            "directory/edit",
                            "page",
                            pages.photoRefused(who, entry, problem, locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return done(entry, redirect);
    }

    @PostMapping(EntriesController.PATH + "/{id}/photo/remove")
    ModelAndView remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        Entry entry = entries.own(new EntryId(id), who);
        change(who, entry, Map.of("photo", "", "photo_alt", ""));
        return done(entry, redirect);
    }

    private void change(SignedIn who, Entry entry, Map<String, String> photo) {
        Fields fields = entry.content().fields().over(photo);
        var read = entries.reader(who.organisation(), who.zone()).read(entry.kind(), fields);
        List<Problem> problems = read.problems();
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        entries.change(entry, read.content(), entry.reference(), who.account());
    }

    private static ModelAndView done(Entry entry, RedirectAttributes redirect) {
        String path = EntriesController.PATH + "/" + entry.id();
        redirect.addFlashAttribute(
                "notice",
                Notice.of("directory.done.changed", entry.content().name())
                        .undoneBy(path + "/versions/" + entry.version() + "/restore"));
        return new ModelAndView("redirect:" + path);
    }
}
