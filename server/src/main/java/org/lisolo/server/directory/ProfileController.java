package org.lisolo.server.directory;

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

import java.util.List;
import java.util.Map;

/** What an organisation says of itself on its public page. */
@Controller
@RequestMapping(ProfileController.PATH)
class ProfileController {
    static final String PATH = EntriesController.PATH + "/organisation";
    private static final int LONGEST = 5_000;

    private final OrganisationProfiles profiles;

    ProfileController(OrganisationProfiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    ModelAndView form(@AuthenticationPrincipal SignedIn who) {
        return page(who, profiles.of(who.organisation()), List.of());
    }

    @PostMapping
    ModelAndView keep(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        var reader = new FieldReader(new Fields(typed));
        var profile =
                new OrganisationProfiles.Profile(
                        reader.text("about", LONGEST),
                        reader.text("policy", LONGEST),
                        reader.link("policy_link"));
        if (!reader.problems().isEmpty()) {
            Fields fields = new Fields(typed);
            var view =
                    page(
                            who,
                            new OrganisationProfiles.Profile(
                                    fields.get("about"),
                                    fields.get("policy"),
                                    fields.get("policy_link")),
                            reader.problems());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        profiles.keep(who.organisation(), profile);
        redirect.addFlashAttribute("notice", Notice.of("directory.profile.done"));
        return new ModelAndView("redirect:" + PATH);
    }

    private static ModelAndView page(
            SignedIn who, OrganisationProfiles.Profile profile, List<Problem> problems) {
        return new ModelAndView(
                "directory/profile",
                "page",
                new ProfilePage(
                        profile.about(),
                        profile.policy(),
                        profile.policyLink(),
                        OrganisationPages.path(who.organisation()),
                        problems));
    }
}
