package org.lisolo.server.community.spaces;

import org.lisolo.server.community.spaces.Memberships.Step;
import org.lisolo.server.community.spaces.SpacePages.MembersPage;
import org.lisolo.server.community.spaces.SpacePages.Person;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Who is in a space and who may come in, for its moderators. */
@Controller
@RequestMapping(Space.PATH + "/{slug}")
class SpaceMembersController {
    private static final int PAGE = 50;
    private static final String LINK = "link";

    private final Spaces spaces;
    private final Readers readers;
    private final Memberships memberships;
    private final Doors doors;

    SpaceMembersController(Spaces spaces, Readers readers, Memberships memberships, Doors doors) {
        this.spaces = spaces;
        this.readers = readers;
        this.memberships = memberships;
        this.doors = doors;
    }

    @GetMapping("/members")
    ModelAndView members(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        Space space = spaces.moderated(slug, readers.of(who));
        int start = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        var found = memberships.of(space.id(), start, PAGE);
        String here = space.path() + "/members";
        return new ModelAndView(
                "spaces/members",
                "page",
                new MembersPage(
                        space,
                        found.people().stream().map(one -> person(one, who)).toList(),
                        Objects.toString(model.getAttribute(LINK), ""),
                        doors.until(space.id()),
                        start == 0 ? "" : here + "?from=" + Math.max(0, start - PAGE),
                        found.more() ? here + "?from=" + (start + PAGE) : ""));
    }

    private static Person person(Memberships.Person one, SignedIn who) {
        List<String> steps =
                Arrays.stream(Step.values())
                        .filter(step -> step.isFor(one.standing()))
                        .filter(step -> !one.account().equals(who.account()))
                        .map(Step::key)
                        .toList();
        return new Person(one.account(), one.name(), one.standing(), one.since(), steps);
    }

    @PostMapping("/members/{account}/{step}")
    ModelAndView step(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable UUID account,
            @PathVariable String step,
            RedirectAttributes redirect) {
        Space space = spaces.moderated(slug, readers.of(who));
        Step wanted = Step.ofKey(step);
        var about = new AccountId(account);
        String name = memberships.name(space.id(), about); // whoever is refused is then unknown
        memberships.step(space, about, wanted);
        String here = space.path() + "/members";
        Notice done = Notice.of("spaces.step." + wanted.key(), name);
        redirect.addFlashAttribute(
                "notice",
                wanted.undo()
                        .map(undo -> done.undoneBy(here + "/" + account + "/" + undo.key()))
                        .orElse(done));
        return new ModelAndView("redirect:" + here);
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            RedirectAttributes redirect) {
        Space space = spaces.moderated(slug, readers.of(who));
        redirect.addFlashAttribute(LINK, doors.open(space));
        return new ModelAndView("redirect:" + space.path() + "/members");
    }

    @PostMapping("/invitations/lock")
    ModelAndView lock(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            RedirectAttributes redirect) {
        Space space = spaces.moderated(slug, readers.of(who));
        doors.lock(space.id());
        redirect.addFlashAttribute("notice", Notice.of("spaces.invite.locked"));
        return new ModelAndView("redirect:" + space.path() + "/members");
    }
}
