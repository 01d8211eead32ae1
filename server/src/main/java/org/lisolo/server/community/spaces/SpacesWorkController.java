package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.spaces.SpacePages.SettingsPage;
import org.lisolo.server.community.spaces.SpacePages.WorkPage;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The spaces for which an organisation answers, or the platform. Whoever keeps them sees what they
 * are for, not what is said in those that are closed.
 */
@Controller
@RequestMapping("/work/spaces")
class SpacesWorkController {
    private static final String HERE = "/work/spaces";

    private final Spaces spaces;
    private final Memberships memberships;

    SpacesWorkController(Spaces spaces, Memberships memberships) {
        this.spaces = spaces;
        this.memberships = memberships;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who) {
        return new ModelAndView("spaces/work", "page", new WorkPage(spaces.keptBy(who)));
    }

    @GetMapping("/new")
    ModelAndView fresh(@AuthenticationPrincipal SignedIn who) {
        var form = new SpaceSent("", "", "", "", "OPEN", "", "fr", "");
        return opening(form.form(owner(who, form)), who, List.of());
    }

    @PostMapping("/new")
    ModelAndView open(
            @AuthenticationPrincipal SignedIn who, SpaceSent sent, RedirectAttributes redirect) {
        SpaceForm form = sent.form(owner(who, sent));
        Space made;
        try {
            made = spaces.open(form, who);
        } catch (Problem problem) {
            return opening(form, who, List.of(problem.forForm()));
        }
        redirect.addFlashAttribute("notice", Notice.of("spaces.work.opened", made.name()));
        return new ModelAndView("redirect:" + made.path());
    }

    /** Their organisation, unless they may and will open one of the platform's own. */
    private static @Nullable OrganisationId owner(SignedIn who, SpaceSent sent) {
        boolean platform =
                Spaces.keepsForPlatform(who)
                        && (sent.isForPlatform() || !Spaces.keepsForOrganisation(who));
        return platform ? null : who.organisation();
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Space space = spaces.kept(new SpaceId(id), who);
        return page(space, SpaceForm.of(space), List.of());
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            SpaceSent sent,
            RedirectAttributes redirect) {
        Space space = spaces.kept(new SpaceId(id), who);
        SpaceForm form = sent.form(space.organisation());
        try {
            spaces.change(space, form);
        } catch (Problem problem) {
            return page(space, form, List.of(problem.forForm()));
        }
        redirect.addFlashAttribute("notice", Notice.of("spaces.changed"));
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping("/{id}/close")
    ModelAndView close(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        Space space = spaces.kept(new SpaceId(id), who);
        spaces.close(space.id());
        redirect.addFlashAttribute(
                "notice",
                Notice.of("spaces.closed", space.name()).undoneBy(path(space) + "/reopen"));
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        Space space = spaces.kept(new SpaceId(id), who);
        spaces.reopen(space.id());
        redirect.addFlashAttribute(
                "notice",
                Notice.of("spaces.reopened", space.name()).undoneBy(path(space) + "/close"));
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping("/{id}/take-up")
    ModelAndView takeUp(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        Space space = spaces.kept(new SpaceId(id), who);
        memberships.takeUp(space.id(), who);
        redirect.addFlashAttribute("notice", Notice.of("spaces.work.taken", space.name()));
        return new ModelAndView("redirect:" + space.path());
    }

    private static ModelAndView opening(SpaceForm form, SignedIn who, List<Problem> problems) {
        List<String> owners = new ArrayList<>();
        if (Spaces.keepsForOrganisation(who)) {
            owners.add("organisation");
        }
        if (Spaces.keepsForPlatform(who)) {
            owners.add("platform");
        }
        var page =
                new SettingsPage(
                        HERE + "/new", Optional.empty(), form, false, owners, true, problems);
        return FormPage.of("spaces/work-one", page, problems);
    }

    private ModelAndView page(Space space, SpaceForm form, List<Problem> problems) {
        var page =
                new SettingsPage(
                        path(space),
                        Optional.of(space),
                        form,
                        spaces.isWrittenIn(space.id()),
                        List.of(),
                        memberships.isModerated(space.id()),
                        problems);
        return FormPage.of("spaces/work-one", page, problems);
    }

    private static String path(Space space) {
        return HERE + "/" + space.id();
    }
}
