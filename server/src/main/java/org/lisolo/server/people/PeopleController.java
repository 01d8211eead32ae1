package org.lisolo.server.people;

import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An organisation's people, for its administrators. */
@Controller
@RequestMapping("/work/people")
class PeopleController {
    private static final String HERE = "/work/people";

    private final Accounts accounts;
    private final Invitations invitations;
    private final Departures departures;
    private final Teams teams;
    private final Letters letters;
    private final SiteAddress address;

    PeopleController(
            Accounts accounts,
            Invitations invitations,
            Departures departures,
            Teams teams,
            Letters letters,
            SiteAddress address) {
        this.accounts = accounts;
        this.teams = teams;
        this.invitations = invitations;
        this.departures = departures;
        this.letters = letters;
        this.address = address;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String team,
            @ModelAttribute(name = "link", binding = false) String link) {
        List<Team> all = teams.of(who.organisation());
        Optional<Team> shown =
                all.stream().filter(one -> one.id().toString().equals(team)).findFirst();
        var people =
                accounts.members(who.organisation()).stream()
                        .filter(one -> shown.isEmpty() || shown.get().has(one.account()))
                        .map(one -> row(one, all))
                        .toList();
        var invited =
                invitations.open(who.organisation()).stream().map(PeopleController::row).toList();
        Map<String, String> names = new LinkedHashMap<>();
        all.forEach(one -> names.put(one.id().toString(), one.name()));
        var page =
                new PeoplePage(
                        people,
                        names,
                        shown.map(one -> one.id().toString()).orElse(""),
                        shown.isEmpty() ? invited : List.of(),
                        link,
                        letters.standing());
        return new ModelAndView("people/people", "page", page);
    }

    private static PeoplePage.Person row(AccountStore.Member one, List<Team> teams) {
        return new PeoplePage.Person(
                path(one.account()), one.name(), one.email(), one.roles(), names(one, teams));
    }

    private static List<String> names(AccountStore.Member one, List<Team> teams) {
        return teams.stream().filter(team -> team.has(one.account())).map(Team::name).toList();
    }

    @GetMapping("/invite")
    ModelAndView inviteForm() {
        return new ModelAndView(
                "people/invite", "page", new InvitePage("", "", Set.of(Role.READER), List.of()));
    }

    @PostMapping("/invite")
    ModelAndView invite(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") Set<Role> roles,
            RedirectAttributes redirect) {
        String token;
        try {
            token = invitations.invite(who.organisation(), email, name, roles);
        } catch (Problem problem) {
            return again("people/invite", new InvitePage(name, email, roles, List.of(problem)));
        }
        return handOver(token, redirect);
    }

    /** A new link for a colleague, who chooses a new password with it. */
    @PostMapping("/{account}/link")
    ModelAndView renew(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID account,
            RedirectAttributes redirect) {
        AccountStore.Member member = member(who, account);
        String token =
                invitations.invite(
                        who.organisation(), member.email(), member.name(), member.roles());
        return handOver(token, redirect);
    }

    /** Shown once, on the next page; what is kept is only its hash. */
    private ModelAndView handOver(String token, RedirectAttributes redirect) {
        String link = address.ofPage("/welcome") + "?link=" + token;
        redirect.addFlashAttribute("link", link);
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping("/invitations/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            RedirectAttributes redirect) {
        invitations.withdraw(id, who.organisation());
        redirect.addFlashAttribute("notice", Notice.of("people.invitation.withdrawn"));
        return "redirect:" + HERE;
    }

    @GetMapping("/{account}")
    ModelAndView person(@AuthenticationPrincipal SignedIn who, @PathVariable UUID account) {
        return new ModelAndView(
                "people/person", "page", page(who, member(who, account), List.of()));
    }

    @PostMapping("/{account}")
    ModelAndView changeRoles(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") Set<Role> roles,
            RedirectAttributes redirect) {
        AccountStore.Member member = member(who, account);
        try {
            accounts.changeRoles(member.account(), who.organisation(), roles);
        } catch (Problem problem) {
            return again("people/person", page(who, member, List.of(problem)));
        }
        redirect.addFlashAttribute("notice", Notice.of("people.roles.changed", member.name()));
        boolean gaveItUp = member.account().equals(who.account()) && !roles.contains(Role.ADMIN);
        return new ModelAndView("redirect:" + (gaveItUp ? "/work" : HERE));
    }

    @PostMapping("/{account}/sessions/end")
    String endSessions(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID account,
            RedirectAttributes redirect) {
        AccountStore.Member member = member(who, account);
        accounts.endSessions(member.account());
        redirect.addFlashAttribute("notice", Notice.of("people.sessions.ended", member.name()));
        return "redirect:" + path(member.account());
    }

    /** For whoever has lost the phone and the recovery codes. */
    @PostMapping("/{account}/second-factor/reset")
    String resetSecondFactor(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID account,
            RedirectAttributes redirect) {
        AccountStore.Member member = member(who, account);
        accounts.resetSecondFactor(member.account(), who.organisation());
        redirect.addFlashAttribute("notice", Notice.of("people.factor.reset.done", member.name()));
        return "redirect:" + path(member.account());
    }

    @GetMapping("/{account}/end")
    ModelAndView confirmEnd(@AuthenticationPrincipal SignedIn who, @PathVariable UUID account) {
        return endPage(who, member(who, account), List.of());
    }

    @PostMapping("/{account}/end")
    ModelAndView end(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String successor,
            RedirectAttributes redirect) {
        AccountStore.Member member = member(who, account);
        try {
            departures.leave(
                    member.account(),
                    who.organisation(),
                    who.account(),
                    LeaveForm.successor(successor));
        } catch (Problem problem) {
            ModelAndView again = endPage(who, member, List.of(problem));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        redirect.addFlashAttribute("notice", Notice.of("people.access.ended", member.name()));
        return new ModelAndView("redirect:" + HERE);
    }

    private ModelAndView endPage(SignedIn who, AccountStore.Member member, List<Problem> problems) {
        Departures.Leaving leaving = departures.leaving(member.account(), who.organisation());
        var page =
                new LeavePage(
                        false,
                        member.name(),
                        who.organisationName(),
                        path(member.account()) + "/end",
                        path(member.account()),
                        leaving.things(),
                        leaving.lastAdministrator(),
                        LeaveForm.options(leaving),
                        problems);
        return new ModelAndView("people/end", "page", page);
    }

    private AccountStore.Member member(SignedIn who, UUID account) {
        return accounts.members(who.organisation()).stream()
                .filter(one -> one.account().value().equals(account))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("people.colleague.unknown"));
    }

    private PersonPage page(SignedIn who, AccountStore.Member member, List<Problem> problems) {
        return new PersonPage(
                path(member.account()),
                member.name(),
                member.email(),
                member.roles(),
                names(member, teams.of(who.organisation())),
                problems);
    }

    private static PeoplePage.Invited row(Link.Invitation one) {
        return new PeoplePage.Invited(
                HERE + "/invitations/" + one.id() + "/withdraw",
                one.name(),
                one.email().value(),
                one.roles(),
                one.expires());
    }

    private static ModelAndView again(String template, Object page) {
        var view = new ModelAndView(template, "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static String path(AccountId account) {
        return HERE + "/" + account;
    }
}
