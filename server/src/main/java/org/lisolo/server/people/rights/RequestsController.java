package org.lisolo.server.people.rights;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.rights.DataRequest.Asker;
import org.lisolo.server.people.rights.RightsPages.PaperPage;
import org.lisolo.server.people.rights.RightsPages.RequestPage;
import org.lisolo.server.people.rights.RightsPages.RequestsPage;
import org.lisolo.server.people.rights.RightsPages.Typed;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The officer's side: what was asked, by when it is due, and the answer. */
@Controller
class RequestsController {
    private final DataRequests requests;
    private final Accounts accounts;
    private final Clock clock;

    RequestsController(DataRequests requests, Accounts accounts, Clock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/work/requests")
    ModelAndView list(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal SignedIn who) {
        boolean open = !show.equals("answered");
        int first = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        List<DataRequest> found = requests.list(who, open, first);
        boolean more = found.size() > DataRequests.PAGE;
        String older =
                more
                        ? "/work/requests?show="
                                + (open ? "open" : "answered")
                                + "&from="
                                + (first + DataRequests.PAGE)
                        : "";
        return new ModelAndView(
                "rights/list",
                "page",
                new RequestsPage(
                        open,
                        more ? found.subList(0, DataRequests.PAGE) : found,
                        clock.instant(),
                        older));
    }

    @GetMapping("/work/requests/new")
    ModelAndView paper() {
        return new ModelAndView("rights/paper", "page", new PaperPage(Typed.NOTHING, List.of()));
    }

    @PostMapping("/work/requests/new")
    ModelAndView note(
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes next) {
        var typed =
                new Typed(
                        "",
                        fields.getOrDefault("kind", ""),
                        fields.getOrDefault("name", ""),
                        fields.getOrDefault("contact", ""),
                        fields.getOrDefault("words", ""));
        try {
            DataRequest noted =
                    requests.note(
                            who,
                            OwnDataController.kind(typed.kind()),
                            new Asker(typed.name(), typed.contact(), typed.words()));
            next.addFlashAttribute("notice", Notice.of("rights.notice.noted"));
            return new ModelAndView("redirect:" + noted.path());
        } catch (Problem problem) {
            var again =
                    new ModelAndView(
                            "rights/paper", "page", new PaperPage(typed, List.of(problem)));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
    }

    @GetMapping("/work/requests/{id}")
    ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        return page(who, requests.find(who, id), "", "", List.of());
    }

    @PostMapping("/work/requests/{id}")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String messages,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes next) {
        boolean granted = decision.equals("granted");
        try {
            if (!granted && !decision.equals("refused")) {
                throw Problem.invalid("rights.problem.decision").atField("decision");
            }
            requests.decide(who, id, granted, answer, messages);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            ModelAndView again =
                    page(who, requests.find(who, id), answer, messages, List.of(problem));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
        next.addFlashAttribute("notice", Notice.of("rights.notice.decided"));
        return new ModelAndView("redirect:/work/requests/" + id);
    }

    @PostMapping("/work/requests/{id}/lift")
    ModelAndView lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes next) {
        try {
            requests.lift(who, id, reason);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            ModelAndView again = page(who, requests.find(who, id), "", "", List.of(problem));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
        next.addFlashAttribute("notice", Notice.of("rights.notice.lifted"));
        return new ModelAndView("redirect:/work/requests/" + id);
    }

    private ModelAndView page(
            SignedIn who,
            DataRequest request,
            String answer,
            String messages,
            List<Problem> problems) {
        List<AccountId> deciders =
                request.decision().map(DataRequest.Decision::by).stream().toList();
        String by = accounts.names(deciders).values().stream().findFirst().orElse("");
        return new ModelAndView(
                "rights/one",
                "page",
                new RequestPage(
                        request,
                        by,
                        clock.instant(),
                        answer,
                        messages,
                        requests.limited(who, request),
                        problems));
    }
}
