package org.lisolo.server.releases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.SiteAddress;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.releases.ReleasePages.AskedPage;
import org.lisolo.server.releases.ReleasePages.CopyPage;
import org.lisolo.server.releases.ReleasePages.KeptPage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A person at their own phone: whoever holds the secret of a link. Looking uses nothing up, as
 * previews of links look too.
 */
@Controller
class ReleaseController {
    /** Short, for a message and for a code that old cameras read. */
    static final String SHORT = "/r";

    static final String SHORT_KEPT = "/r/mine";

    private static final String ASKED = "/release";
    private static final String KEPT = "/release/mine";

    private final PhoneReleases releases;
    private final Organisations organisations;
    private final SiteAddress site;
    private final Clock clock;

    ReleaseController(
            PhoneReleases releases, Organisations organisations, SiteAddress site, Clock clock) {
        this.releases = releases;
        this.organisations = organisations;
        this.site = site;
        this.clock = clock;
    }

    /** On to the page, in the person's language. */
    @GetMapping(SHORT + "/{secret}")
    ModelAndView asked(@PathVariable String secret, HttpServletRequest request) {
        Release release = releases.read(secret, request.getRemoteAddr());
        return inLanguage(release, ASKED + "?link=" + secret);
    }

    @GetMapping(SHORT_KEPT + "/{secret}")
    ModelAndView mine(@PathVariable String secret, HttpServletRequest request) {
        Release release = releases.kept(secret, request.getRemoteAddr());
        return inLanguage(release, KEPT + "?key=" + secret);
    }

    private static ModelAndView inLanguage(Release release, String path) {
        var to = new ModelAndView("redirect:/language/" + release.language());
        to.addObject("back", path);
        return to;
    }

    @GetMapping(ASKED)
    ModelAndView read(
            @RequestParam(defaultValue = "") String link,
            Locale reader,
            HttpServletRequest request) {
        Release release = releases.read(link, request.getRemoteAddr());
        return page(release, link, Signing.nothing(), List.of(), reader);
    }

    private ModelAndView page(
            Release release, String link, Signing signing, List<Problem> problems, Locale reader) {
        return new ModelAndView(
                "releases/asked",
                "page",
                new AskedPage(
                        release,
                        organisations.name(release.organisation()),
                        link,
                        releases.points(release, reader),
                        signing,
                        problems));
    }

    @PostMapping(ASKED)
    ModelAndView sign(
            @RequestParam Map<String, String> typed, Locale reader, HttpServletRequest request) {
        String link = typed.getOrDefault("link", "");
        String address = request.getRemoteAddr();
        var signing = new Signing(typed);
        Release release = releases.read(link, address);
        List<Problem> problems = signing.problems(release.signer());
        if (!problems.isEmpty()) {
            ModelAndView again = page(release, link, signing, problems, reader);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        var to = new ModelAndView("redirect:" + KEPT);
        to.addObject("key", releases.sign(link, signing, reader, address));
        to.addObject("new", "yes");
        return to;
    }

    @PostMapping(ASKED + "/refuse")
    ModelAndView refuse(@RequestParam(defaultValue = "") String link, HttpServletRequest request) {
        String name =
                organisations.name(releases.read(link, request.getRemoteAddr()).organisation());
        releases.refuse(link, request.getRemoteAddr());
        return new ModelAndView("releases/refused", "page", name);
    }

    @GetMapping(ASKED + "/picture/{number}")
    ResponseEntity<byte[]> picture(
            @PathVariable int number, @RequestParam(defaultValue = "") String link) {
        byte[] bytes =
                releases.picture(link, number)
                        .orElseThrow(() -> Problem.notFound("releases.problem.link"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    @GetMapping(KEPT)
    ModelAndView kept(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(name = "new", defaultValue = "") String fresh,
            Locale reader,
            HttpServletRequest request) {
        return new ModelAndView(
                "releases/kept", "page", keptPage(key, !fresh.isEmpty(), reader, request));
    }

    private KeptPage keptPage(
            String key, boolean fresh, Locale reader, HttpServletRequest request) {
        Release release = releases.kept(key, request.getRemoteAddr());
        return new KeptPage(
                release,
                release.at(clock.instant()),
                organisations.name(release.organisation()),
                key,
                releases.points(release, reader),
                releases.signature(release),
                fresh);
    }

    /** A file to keep, whole in itself. */
    @GetMapping(KEPT + "/copy")
    ModelAndView copy(
            @RequestParam(defaultValue = "") String key,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        KeptPage kept = keptPage(key, false, reader, request);
        List<String> pictures = new ArrayList<>();
        for (int i = 0; i < kept.release().pictures().size(); i++) {
            byte[] bytes = releases.picture(key, i + 1).orElseThrow();
            pictures.add("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes));
        }
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("permission.html").build().toString());
        String address = site.ofPage(SHORT_KEPT + "/" + key);
        return new ModelAndView("releases/copy", "page", new CopyPage(kept, pictures, address));
    }

    /** It can't be undone, so it asks first. */
    @GetMapping(KEPT + "/withdraw")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String key,
            Locale reader,
            HttpServletRequest request) {
        return new ModelAndView("releases/withdraw", "page", keptPage(key, false, reader, request));
    }

    @PostMapping(KEPT + "/withdraw")
    ModelAndView withdraw(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            RedirectAttributes next) {
        releases.withdraw(key, request.getRemoteAddr());
        next.addFlashAttribute("notice", Notice.of("releases.done.withdrawn"));
        var to = new ModelAndView("redirect:" + KEPT);
        to.addObject("key", key);
        return to;
    }
}
