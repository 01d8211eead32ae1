package org.lisolo.server.people.verification;

import static java.util.stream.Collectors.toMap;

import org.lisolo.server.people.Badges;
import org.lisolo.server.people.ProfessionalOrders;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.verification.Verification.State;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asking to be verified as a health professional, and following it. */
@Controller
class ProfessionalController {
    private static final String HERE = "redirect:/professional";

    private final Verifications verifications;
    private final ProfessionalOrders orders;
    private final Badges badges;

    ProfessionalController(Verifications verifications, ProfessionalOrders orders, Badges badges) {
        this.verifications = verifications;
        this.orders = orders;
        this.badges = badges;
    }

    @ModelAttribute("form")
    static ClaimForm form(
            @RequestParam(defaultValue = "") String verifier,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String profession,
            @RequestParam(defaultValue = "") String speciality,
            @RequestParam(defaultValue = "") String workplace,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String number) {
        return new ClaimForm(verifier, name, profession, speciality, workplace, order, number);
    }

    @GetMapping("/professional")
    ModelAndView own(@AuthenticationPrincipal SignedIn who) {
        ClaimForm form =
                verifications.of(who.account()).stream()
                        .findFirst()
                        .map(last -> ClaimForm.of(last.claim()))
                        .orElseGet(() -> ClaimForm.empty(who.isMember() ? "" : who.displayName()));
        return page(who, form, List.of());
    }

    @PostMapping("/professional")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute(name = "form", binding = false) ClaimForm form,
            @RequestParam(defaultValue = "") List<MultipartFile> documents,
            RedirectAttributes redirect)
            throws IOException {
        try {
            verifications.ask(who.account(), form.claim(orders.offered()), papers(documents));
        } catch (Problem problem) {
            ModelAndView again = page(who, form, List.of(problem));
            again.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return again;
        }
        redirect.addFlashAttribute("notice", Notice.of("people.verification.asked"));
        return new ModelAndView(HERE);
    }

    /** Its papers are gone with it, so it asks first. */
    @GetMapping("/professional/withdraw")
    ModelAndView confirmWithdrawal(@AuthenticationPrincipal SignedIn who) {
        return verifications.of(who.account()).stream()
                .filter(one -> one.state() == State.ASKED)
                .findFirst()
                .map(open -> new ModelAndView("verification/withdraw", "page", open))
                .orElseGet(() -> new ModelAndView(HERE));
    }

    @PostMapping("/professional/withdraw")
    String withdraw(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        verifications.withdraw(who.account());
        redirect.addFlashAttribute("notice", Notice.of("people.verification.withdrawn"));
        return HERE;
    }

    private static List<Document> papers(List<MultipartFile> files) throws IOException {
        List<Document> papers = new ArrayList<>();
        for (MultipartFile file : files) {
            if (file.isEmpty()) {
                continue;
            }
            if (file.getSize() > Document.MOST_BYTES) {
                throw Document.problem("people.verification.document.large");
            }
            papers.add(Document.of(fileName(file), file.getBytes()));
        }
        return papers;
    }

    private static String fileName(MultipartFile file) {
        String name = file.getOriginalFilename();
        String plain = name == null ? "" : name.replaceAll("(?s).*[/\\\\]", "");
        String safe = plain.replaceAll("\\p{Cntrl}|\\p{Cf}", "").strip();
        return safe.substring(0, Math.min(safe.length(), 100));
    }

    private ModelAndView page(SignedIn who, ClaimForm form, List<Problem> problems) {
        List<Verification> all = verifications.of(who.account());
        var page =
                new ProfessionalPage(
                        badges.of(who.account()),
                        all.stream()
                                .filter(one -> one.state() == State.ASKED)
                                .findFirst()
                                .orElse(null),
                        all.stream()
                                .filter(one -> one.state() != State.ASKED)
                                .map(this::past)
                                .toList(),
                        form,
                        verifiers(),
                        orders.offered(),
                        problems);
        return new ModelAndView("verification/professional", "page", page);
    }

    private ProfessionalPage.Past past(Verification one) {
        return new ProfessionalPage.Past(one, verifications.steps(one.id()).getLast());
    }

    private Map<String, String> verifiers() {
        return verifications.verifiers().entrySet().stream()
                .collect(
                        toMap(
                                one -> one.getKey().toString(),
                                Map.Entry::getValue,
                                (one, _) -> one,
                                LinkedHashMap::new));
    }
}
