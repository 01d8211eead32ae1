package org.lisolo.server.people.teams;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Dissolutions;
import org.lisolo.server.people.PersonOrTeam;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Team;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An organisation's teams, for its administrators. */
@Controller
@RequestMapping("/work/people/teams")
class TeamsController {
    private static final String HERE = "/work/people/teams";

    private final Teams teams;
    private final Dissolutions dissolutions;
    private final Accounts accounts;

    TeamsController(Teams teams, Dissolutions dissolutions, Accounts accounts) {
        this.teams = teams;
        this.dissolutions = dissolutions;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who) {
        var rows =
                teams.of(who.organisation()).stream()
                        .map(
                                team ->
                                        new TeamsPage.Row(
                                                path(team.id()),
                                                team.name(),
                                                team.members().size()))
                        .toList();
        return new ModelAndView("teams/list", "page", new TeamsPage(rows));
    }

    @GetMapping("/new")
    ModelAndView fresh(@AuthenticationPrincipal SignedIn who) {
        return page(who, HERE + "/new", "", Set.of(), List.of());
    }

    @PostMapping("/new")
    ModelAndView make(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> members,
            RedirectAttributes redirect) {
        try {
            teams.make(who.organisation(), name, accounts(members));
        } catch (Problem problem) {
            return page(who, HERE + "/new", name, members, List.of(problem));
        }
        redirect.addFlashAttribute("notice", Notice.of("people.team.made", name.strip()));
        return new ModelAndView("redirect:" + HERE);
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Team team = teams.team(who.organisation(), new TeamId(id));
        Set<String> members = new HashSet<>();
        team.members().forEach(one -> members.add(one.toString()));
        return page(who, path(team.id()), team.name(), members, List.of());
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> members,
            RedirectAttributes redirect) {
        var team = new TeamId(id);
        try {
            teams.change(who.organisation(), team, name, accounts(members));
        } catch (Problem problem) {
            if (!(problem.place() instanceof Problem.Place.Field)) {
                throw problem;
            }
            return page(who, path(team), name, members, List.of(problem));
        }
        redirect.addFlashAttribute("notice", Notice.of("people.team.changed", name.strip()));
        return new ModelAndView("redirect:" + HERE);
    }

    @GetMapping("/{id}/dissolve")
    ModelAndView confirm(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return dissolving(who, new TeamId(id), "", List.of());
    }

    @PostMapping("/{id}/dissolve")
    ModelAndView dissolve(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String successor,
            RedirectAttributes redirect) {
        Team team = teams.team(who.organisation(), new TeamId(id));
        try {
            dissolutions.dissolve(
                    who.organisation(), team.id(), PersonOrTeam.read(successor), who.account());
        } catch (Problem problem) {
            return dissolving(who, team.id(), successor, List.of(problem));
        }
        redirect.addFlashAttribute("notice", Notice.of("people.team.dissolved", team.name()));
        return new ModelAndView("redirect:" + HERE);
    }

    private ModelAndView dissolving(
            SignedIn who, TeamId id, String chosen, List<Problem> problems) {
        var page =
                new DissolvePage(
                        path(id),
                        dissolutions.dissolving(who.organisation(), id),
                        chosen,
                        problems);
        return FormPage.of("teams/dissolve", page, problems);
    }

    private ModelAndView page(
            SignedIn who, String action, String name, Set<String> members, List<Problem> problems) {
        var page =
                new TeamPage(
                        action,
                        action.equals(HERE + "/new"),
                        name,
                        accounts.colleagues(who.organisation()),
                        members,
                        problems);
        return FormPage.of("teams/team", page, problems);
    }

    private static Set<AccountId> accounts(Set<String> ticked) {
        Set<AccountId> accounts = new HashSet<>();
        ticked.forEach(one -> account(one).ifPresent(accounts::add));
        return accounts;
    }

    /** What is no id stands for nobody. */
    private static Optional<AccountId> account(String ticked) {
        try {
            return Optional.of(new AccountId(UUID.fromString(ticked)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String path(TeamId id) {
        return HERE + "/" + id;
    }
}
