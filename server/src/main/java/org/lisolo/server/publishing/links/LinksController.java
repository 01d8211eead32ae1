package org.lisolo.server.publishing.links;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether links to an organisation's own pages tell where readers came from. */
@Controller
@RequestMapping(LinksController.PATH)
class LinksController {
    static final String PATH = "/work/posts-links";
    private static final int MOST = 10;
    private static final String HOST = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}";

    private final LinkHostStore settings;

    LinksController(LinkHostStore settings) {
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        return page(String.join("\n", settings.hosts(who.organisation())), List.of());
    }

    @PostMapping
    ModelAndView keep(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String hosts,
            RedirectAttributes next) {
        List<String> typed =
                Arrays.stream(hosts.replace("\0", "").split("[\\s,;]+", -1))
                        .map(LinksController::host)
                        .filter(host -> !host.isEmpty())
                        .distinct()
                        .toList();
        if (typed.size() > MOST || !typed.stream().allMatch(host -> host.matches(HOST))) {
            Problem problem = Problem.invalid("links.problem.hosts", MOST).atField("hosts");
            ModelAndView page = page(hosts, List.of(problem));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        settings.keep(who.organisation(), typed);
        next.addFlashAttribute(
                "notice", Notice.of(typed.isEmpty() ? "links.notice.off" : "links.notice.on"));
        return new ModelAndView("redirect:" + PATH);
    }

    /** Of what somebody may have copied from the address bar. */
    private static String host(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/?#].*$", "");
    }

    private static ModelAndView page(String hosts, List<Problem> problems) {
        return new ModelAndView(
                "publishing/tagged-links", "page", new LinkPages.TagsPage(hosts, problems));
    }
}
