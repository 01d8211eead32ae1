package org.lisolo.server.releases;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.QrCode;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.SiteAddress;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Sentences;
import org.lisolo.server.platform.pictures.Cut;
import org.lisolo.server.platform.pictures.Drawn;
import org.lisolo.server.platform.pictures.PictureDrawer;
import org.lisolo.server.releases.ReleasePages.PaperPage;
import org.lisolo.server.releases.ReleasePages.PrintedPage;
import org.lisolo.server.releases.ReleasePages.ScanPage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A form that somebody signed on paper: its scan is kept with what it says. */
@Controller
@RequestMapping(Releases.PATH)
class PaperController {
    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Releases releases;
    private final PictureDrawer drawer;
    private final ReleaseText texts;
    private final Sentences sentences;
    private final SiteAddress site;

    PaperController(
            Releases releases,
            PictureDrawer drawer,
            ReleaseText texts,
            Sentences sentences,
            SiteAddress site) {
        this.releases = releases;
        this.drawer = drawer;
        this.texts = texts;
        this.sentences = sentences;
        this.site = site;
    }

    @GetMapping("/paper")
    ModelAndView fresh() {
        return page(ReleaseForm.fresh(), List.of());
    }

    private static ModelAndView page(ReleaseForm form, List<Problem> problems) {
        return new ModelAndView("releases/paper", "page", new PaperPage(form, problems));
    }

    @PostMapping("/paper")
    ModelAndView bring(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "scan", required = false) @Nullable MultipartFile scan,
            RedirectAttributes next)
            throws IOException {
        ReleaseForm form = ReleaseForm.of(typed);
        List<Problem> problems = new ArrayList<>(form.problems());
        problems.addAll(form.problemsOfPaper());
        if (problems.isEmpty()) {
            try {
                ReleaseId id =
                        releases.bring(
                                who,
                                form.asking(),
                                List.of(),
                                paper(scan),
                                form.signature(),
                                day(form, who.zone()));
                next.addFlashAttribute("notice", Notice.of("releases.notice.brought"));
                return new ModelAndView("redirect:" + Releases.PATH + "/" + id);
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        ModelAndView again = page(form, problems);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /** To print: what the person would read on a phone, with lines to sign on. */
    @GetMapping("/{id}/form")
    ModelAndView form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Release release = asked(who, id);
        Locale language = Locale.of(release.language());
        var page =
                new PrintedPage(
                        release,
                        who.organisationName(),
                        texts.of(release, language),
                        QrCode.of(site.ofPage(release.path() + "/scan")),
                        (key, arguments) -> sentences.say(language, key, arguments));
        return new ModelAndView("releases/form", "page", page);
    }

    private Release asked(SignedIn who, UUID id) {
        Release release = releases.own(who, new ReleaseId(id));
        if (release.state() != Release.State.ASKED) {
            throw Problem.conflict("releases.problem.moved");
        }
        return release;
    }

    @GetMapping("/{id}/scan")
    ModelAndView scan(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return scanned(asked(who, id), ReleaseForm.fresh(), List.of());
    }

    private static ModelAndView scanned(Release release, ReleaseForm form, List<Problem> problems) {
        return new ModelAndView("releases/scan", "page", new ScanPage(release, form, problems));
    }

    /** The paper that the person signed stands for their signature by the link. */
    @PostMapping("/{id}/scan")
    ModelAndView bind(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "scan", required = false) @Nullable MultipartFile scan,
            RedirectAttributes next)
            throws IOException {
        Release release = asked(who, id);
        var said = new LinkedMultiValueMap<String, String>(typed);
        said.set("signer", release.signer().key());
        said.set("language", release.language());
        ReleaseForm form = ReleaseForm.of(said);
        List<Problem> problems = new ArrayList<>(form.problemsOfPaper());
        if (problems.isEmpty()) {
            try {
                Locale language = Locale.of(release.language());
                releases.bind(
                        who,
                        release.id(),
                        paper(scan),
                        form.signature().having(texts.of(release, language)),
                        day(form, who.zone()));
                next.addFlashAttribute("notice", Notice.of("releases.notice.brought"));
                return new ModelAndView("redirect:" + release.path());
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        ModelAndView again = scanned(release, form, problems);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static Instant day(ReleaseForm form, ZoneId zone) {
        try {
            return LocalDate.parse(form.value("day")).atStartOfDay(zone).toInstant();
        } catch (DateTimeException _) {
            throw Problem.invalid("releases.problem.day").atField("day");
        }
    }

    /** A PDF as it is; a picture of the paper drawn anew, without what the camera wrote into it. */
    private PictureStore.Paper paper(@Nullable MultipartFile scan) throws IOException {
        if (scan == null || scan.isEmpty()) {
            throw Problem.invalid("releases.problem.scan").atField("scan");
        }
        if (scan.getSize() > MOST_BYTES) {
            throw Problem.invalid("releases.problem.scan.large", MOST_BYTES / 1024 / 1024)
                    .atField("scan");
        }
        byte[] bytes = scan.getBytes();
        if (Arrays.mismatch(bytes, PDF) == PDF.length) {
            return new PictureStore.Paper("autorisation.pdf", "application/pdf", bytes);
        }
        try {
            Drawn drawn = drawer.draw(bytes, Cut.WHOLE, List.of(2_000), 3 * 1024 * 1024).getFirst();
            return new PictureStore.Paper("autorisation.jpg", Drawn.MEDIA_TYPE, drawn.jpeg());
        } catch (Problem problem) {
            throw Problem.of(problem.kind(), problem.code(), problem.arguments().toArray())
                    .atField("scan");
        }
    }

    /** To read it; never run by a browser, whatever it holds. */
    @GetMapping("/{id}/paper")
    ResponseEntity<byte[]> show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Release release = releases.own(who, new ReleaseId(id));
        PictureStore.Paper paper =
                releases.paper(release.id())
                        .orElseThrow(() -> Problem.notFound("releases.problem.unknown"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(paper.name()).build().toString())
                .body(paper.content());
    }
}
