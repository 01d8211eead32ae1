package org.lisolo.server.monitoring.rules;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.monitoring.starters.Starters;
import org.lisolo.server.monitoring.starters.StartersPage;
import org.lisolo.server.people.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Locale;

/** The library of rules to begin with. */
@Controller
class StartersController {
    private final Starters starters;

    StartersController(Starters starters) {
        this.starters = starters;
    }

    @GetMapping("/work/rules/starters")
    ModelAndView starters(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String language,
            Locale locale) {
        String asked = language == null ? locale.getLanguage() : language;
        String shown = asked.equals("en") ? "en" : "fr";
        StartersPage page = new StartersPage(shown, starters.in(shown), Rules.mayEdit(who));
        return new ModelAndView("monitoring/starters", "page", page);
    }
}
