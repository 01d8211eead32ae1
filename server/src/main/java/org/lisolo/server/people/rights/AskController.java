package org.lisolo.server.people.rights;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.people.rights.DataRequest.Asker;
import org.lisolo.server.people.rights.RightsPages.AskPage;
import org.lisolo.server.people.rights.RightsPages.ConfirmPage;
import org.lisolo.server.people.rights.RightsPages.Typed;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Whoever has no account, but whose messages may be kept here, asks too. */
@Controller
class AskController {
    private final DataRequests requests;

    AskController(DataRequests requests) {
        this.requests = requests;
    }

    @GetMapping("/data-request")
    ModelAndView form() {
        return page(Typed.NOTHING, List.of());
    }

    @PostMapping("/data-request")
    ModelAndView ask(
            @RequestParam Map<String, String> fields, Locale locale, HttpServletRequest request) {
        var typed =
                new Typed(
                        fields.getOrDefault("organisation", ""),
                        fields.getOrDefault("kind", ""),
                        fields.getOrDefault("name", ""),
                        fields.getOrDefault("contact", ""),
                        fields.getOrDefault("words", ""));
        try {
            UUID ticket =
                    requests.ask(
                            OwnDataController.organisation(typed.organisation()),
                            OwnDataController.kind(typed.kind()),
                            new Asker(typed.name(), typed.contact(), typed.words()),
                            locale.getLanguage(),
                            request.getRemoteAddr());
            return new ModelAndView("redirect:/data-request/code?ticket=" + ticket);
        } catch (Problem problem) {
            ModelAndView again = page(typed, List.of(problem));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
    }

    @GetMapping("/data-request/code")
    ModelAndView code(@RequestParam(defaultValue = "") String ticket) {
        return confirm(ticket, false, List.of());
    }

    @PostMapping("/data-request/code")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String code) {
        try {
            requests.confirm(id(ticket), code);
            return confirm(ticket, true, List.of());
        } catch (Problem problem) {
            ModelAndView again = confirm(ticket, false, List.of(problem));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
    }

    private static UUID id(String ticket) {
        try {
            return UUID.fromString(ticket);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("people.code.over").atField("code");
        }
    }

    private ModelAndView page(Typed typed, List<Problem> problems) {
        return new ModelAndView(
                "rights/ask",
                "page",
                new AskPage(requests.addressees(), typed, requests.days(), problems));
    }

    private ModelAndView confirm(String ticket, boolean done, List<Problem> problems) {
        return new ModelAndView(
                "rights/confirm", "page", new ConfirmPage(ticket, done, requests.days(), problems));
    }
}
