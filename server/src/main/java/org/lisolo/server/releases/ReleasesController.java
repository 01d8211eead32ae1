package org.lisolo.server.releases;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.QrCode;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.SiteAddress;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.releases.ReleasePages.Done;
import org.lisolo.server.releases.ReleasePages.HandOver;
import org.lisolo.server.releases.ReleasePages.ListPage;
import org.lisolo.server.releases.ReleasePages.NewPage;
import org.lisolo.server.releases.ReleasePages.OnePage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Releases as staff see them: asked for, standing, ended. */
@Controller
@RequestMapping(Releases.PATH)
class ReleasesController {
    private final Releases releases;
    private final Accounts accounts;
    private final SiteAddress site;
    private final Clock clock;

    ReleasesController(Releases releases, Accounts accounts, SiteAddress site, Clock clock) {
        this.releases = releases;
        this.accounts = accounts;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String origin,
            @RequestParam(defaultValue = "") String from) {
        ReleaseFilter filter = ReleaseFilter.of(who.organisation(), view, origin);
        int first = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        List<Release> found = releases.list(filter, first);
        boolean more = found.size() > Releases.page();
        String here = Releases.PATH + filter.query() + "&from=";
        return new ModelAndView(
                "releases/list",
                "page",
                new ListPage(
                        filter,
                        more ? found.subList(0, Releases.page()) : found,
                        clock.instant(),
                        first == 0 ? "" : here + Math.max(0, first - Releases.page()),
                        more ? here + (first + Releases.page()) : "",
                        who.may(Action.ASK_RELEASES)));
    }

    @GetMapping("/new")
    ModelAndView fresh() {
        return asking(ReleaseForm.fresh(), List.of());
    }

    @PostMapping("/new")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        ReleaseForm form = ReleaseForm.of(typed);
        List<Problem> problems = new ArrayList<>(form.problems());
        if (problems.isEmpty()) {
            try {
                Releases.Asked asked = releases.ask(who, form.asking(), List.of());
                next.addFlashAttribute(Releases.LINK, asked.link());
                next.addFlashAttribute("notice", Notice.of("releases.notice.asked"));
                return to(asked.id());
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        ModelAndView again = asking(form, problems);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView asking(ReleaseForm form, List<Problem> problems) {
        return new ModelAndView("releases/new", "page", new NewPage(form, problems));
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        Release release = releases.own(who, new ReleaseId(id));
        Object link = model.getAttribute(Releases.LINK);
        return page(who, release, link instanceof String secret ? secret : null, "", List.of());
    }

    private ModelAndView page(
            SignedIn who,
            Release release,
            @Nullable String secret,
            String note,
            List<Problem> problems) {
        return new ModelAndView(
                "releases/one",
                "page",
                new OnePage(
                        release,
                        release.at(clock.instant()),
                        releases.signature(release.id()),
                        done(release),
                        Optional.ofNullable(secret).map(one -> handOver(release, one)),
                        release.origin() == Release.Origin.PAPER,
                        who.may(Action.ASK_RELEASES),
                        note,
                        problems));
    }

    private HandOver handOver(Release release, String secret) {
        String path =
                release.state() == Release.State.ASKED
                        ? ReleaseController.SHORT + "/" + secret
                        : ReleaseController.SHORT_KEPT + "/" + secret;
        String address = site.ofPage(path);
        return new HandOver(address, QrCode.of(address));
    }

    private List<Done> done(Release release) {
        List<Step> steps = releases.steps(release.id());
        Map<AccountId, String> names =
                accounts.names(
                        steps.stream()
                                .map(Step::by)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .toList());
        return steps.stream()
                .map(
                        step -> {
                            @Nullable AccountId by = step.by();
                            return new Done(step, by == null ? "" : names.getOrDefault(by, ""));
                        })
                .toList();
    }

    @PostMapping("/{id}/link")
    ModelAndView link(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute(Releases.LINK, releases.newLink(who, new ReleaseId(id)));
        return to(new ReleaseId(id));
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        releases.cancel(who, new ReleaseId(id));
        next.addFlashAttribute("notice", Notice.of("releases.notice.cancelled"));
        return to(new ReleaseId(id));
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        var release = new ReleaseId(id);
        try {
            releases.withdraw(who, release, clean(note));
        } catch (Problem problem) {
            if (!(problem.place() instanceof Problem.Place.Field)) {
                throw problem;
            }
            ModelAndView again =
                    page(who, releases.own(who, release), null, note, List.of(problem));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        next.addFlashAttribute("notice", Notice.of("releases.notice.withdrawn"));
        return to(release);
    }

    @GetMapping("/{id}/pictures/{number}")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable int number) {
        Release release = releases.own(who, new ReleaseId(id));
        byte[] bytes =
                releases.picture(release.id(), number)
                        .orElseThrow(() -> Problem.notFound("releases.problem.unknown"));
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(release.pictures().get(number - 1).mediaType()))
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private static ModelAndView to(ReleaseId id) {
        return new ModelAndView("redirect:" + Releases.PATH + "/" + id);
    }

    private static String clean(String typed) {
        String stripped = typed.replace("\0", "").strip();
        return stripped.substring(0, Math.min(stripped.length(), 1_000));
    }
}
