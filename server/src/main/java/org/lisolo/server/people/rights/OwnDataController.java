package org.lisolo.server.people.rights;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.rights.RightsPages.OwnDataPage;
import org.lisolo.server.people.rights.RightsPages.Typed;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What is kept of oneself: to see, to take along, and to ask about. */
@Controller
class OwnDataController {
    private final List<PersonalData> modules;
    private final DataRequests requests;

    OwnDataController(List<PersonalData> modules, DataRequests requests) {
        this.modules = List.copyOf(modules);
        this.requests = requests;
    }

    @GetMapping("/account/data")
    ModelAndView see(@AuthenticationPrincipal SignedIn who) {
        return page(who, Typed.NOTHING, List.of());
    }

    /** The same for programs. */
    @GetMapping("/account/data.json")
    ResponseEntity<Map<String, Object>> take(@AuthenticationPrincipal SignedIn who) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("account", who.account().toString());
        for (PersonalData.Section section : sections(who)) {
            all.put(section.name(), section.rows().stream().map(OwnDataController::row).toList());
        }
        all.put("requests", requests.of(who).stream().map(OwnDataController::request).toList());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lisolo-own-data.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(all);
    }

    private static Map<String, String> row(List<PersonalData.Field> fields) {
        Map<String, String> row = new LinkedHashMap<>();
        fields.forEach(field -> row.put(field.name(), field.value()));
        return row;
    }

    private static Map<String, String> request(DataRequest request) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("kind", request.kind().key());
        row.put("state", request.state().key());
        row.put("asked", request.asked().toString());
        row.put("due", request.due().toString());
        row.put("words", request.asker().words());
        request.decision().ifPresent(decision -> row.put("answer", decision.answer()));
        return row;
    }

    @PostMapping("/account/data")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            Locale locale,
            RedirectAttributes next) {
        var typed = new Typed(organisation, kind, "", "", words);
        try {
            requests.ask(who, organisation(organisation), kind(kind), words, locale.getLanguage());
        } catch (Problem problem) {
            ModelAndView again = page(who, typed, List.of(problem));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
        next.addFlashAttribute("notice", Notice.of("rights.notice.asked", (int) requests.days()));
        return new ModelAndView("redirect:/account/data#requests");
    }

    static OrganisationId organisation(String typed) {
        try {
            return new OrganisationId(UUID.fromString(typed));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("rights.problem.organisation").atField("organisation");
        }
    }

    static DataRequest.Kind kind(String typed) {
        return DataRequest.Kind.ofKey(typed)
                .orElseThrow(() -> Problem.invalid("rights.problem.kind").atField("kind"));
    }

    private List<PersonalData.Section> sections(SignedIn who) {
        return modules.stream()
                .flatMap(module -> module.of(who.account()).stream())
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private ModelAndView page(SignedIn who, Typed typed, List<Problem> problems) {
        return new ModelAndView(
                "rights/own",
                "page",
                new OwnDataPage(
                        sections(who),
                        requests.of(who),
                        requests.addressees(),
                        typed,
                        requests.days(),
                        problems));
    }
}
