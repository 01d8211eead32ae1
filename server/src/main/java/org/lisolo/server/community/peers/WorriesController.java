package org.lisolo.server.community.peers;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Whole;
import org.lisolo.server.community.contributions.Wholes;
import org.lisolo.server.community.moderation.Desk;
import org.lisolo.server.community.moderation.Moderators;
import org.lisolo.server.community.moderation.SpaceHelp;
import org.lisolo.server.community.peers.PeersPages.Candidate;
import org.lisolo.server.community.peers.PeersPages.RotaPage;
import org.lisolo.server.community.peers.PeersPages.TaskPage;
import org.lisolo.server.community.peers.PeersPages.TaskRow;
import org.lisolo.server.community.peers.PeersPages.TasksPage;
import org.lisolo.server.community.peers.PeersPages.WorryPage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Worries, from who has one to who takes it up. */
@Controller
class WorriesController {
    private static final String TASKS = "redirect:/moderation/worries";

    private final Worries worries;
    private final Contributions contributions;
    private final Wholes wholes;
    private final SpaceHelp help;
    private final Moderators moderators;
    private final Spaces spaces;
    private final Readers readers;
    private final Desk desk;

    WorriesController(
            Worries worries,
            Contributions contributions,
            Wholes wholes,
            SpaceHelp help,
            Moderators moderators,
            Spaces spaces,
            Readers readers,
            Desk desk) {
        this.worries = worries;
        this.contributions = contributions;
        this.wholes = wholes;
        this.help = help;
        this.moderators = moderators;
        this.spaces = spaces;
        this.readers = readers;
        this.desk = desk;
    }

    @GetMapping("/contributions/{id}/worry")
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return form(who, id, "", List.of());
    }

    @PostMapping("/contributions/{id}/worry")
    ModelAndView raise(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        Reader reader = readers.of(who);
        Contribution one = worries.seen(new ContributionId(id), reader);
        try {
            worries.raise(one.id(), reader, words);
        } catch (Problem problem) {
            return form(who, id, words, List.of(problem.forForm()));
        }
        redirect.addFlashAttribute("notice", Notice.of("peers.worry.raised"));
        return new ModelAndView("redirect:" + contributions.path(one));
    }

    private ModelAndView form(SignedIn who, UUID id, String words, List<Problem> problems) {
        Reader reader = readers.of(who);
        Contribution one = worries.seen(new ContributionId(id), reader);
        return FormPage.of(
                "peers/worry",
                new WorryPage(
                        id.toString(),
                        wholes.of(one, reader),
                        contributions.path(one),
                        help.of(one.space()),
                        words,
                        problems),
                problems);
    }

    @GetMapping("/moderation/worries")
    ModelAndView tasks(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        desk.enter(who, request);
        List<TaskRow> rows =
                worries.waiting(who).stream().map(one -> new TaskRow(one, space(one))).toList();
        return new ModelAndView("peers/tasks", "page", new TasksPage(rows));
    }

    private String space(Worry worry) {
        return worries.space(worry).map(Space::name).orElse("");
    }

    @GetMapping("/moderation/worries/{id}")
    ModelAndView task(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletRequest request) {
        Reader reader = desk.enter(who, request);
        worries.find(id, reader);
        desk.looks(who, request, "worries", id);
        return page(id, reader, "", List.of());
    }

    @GetMapping("/moderation/worries/{id}/pictures/{hash}")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable String hash,
            HttpServletRequest request) {
        Worry worry = worries.find(id, desk.enter(who, request));
        return Desk.picture(
                contributions.find(worry.contribution()).flatMap(one -> wholes.picture(one, hash)));
    }

    @PostMapping("/moderation/worries/{id}/take")
    String take(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletRequest request) {
        worries.take(id, desk.enter(who, request));
        return "redirect:/moderation/worries/" + id;
    }

    @PostMapping("/moderation/worries/{id}/close")
    ModelAndView close(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Reader reader = desk.enter(who, request);
        try {
            worries.close(id, reader, words);
        } catch (Problem problem) {
            return page(id, reader, words, List.of(problem.forForm()));
        }
        redirect.addFlashAttribute("notice", Notice.of("peers.task.closed"));
        return new ModelAndView(TASKS);
    }

    private ModelAndView page(UUID id, Reader reader, String typed, List<Problem> problems) {
        Worry worry = worries.find(id, reader);
        Optional<Contribution> about = contributions.find(worry.contribution());
        return FormPage.of(
                "peers/task",
                new TaskPage(
                        worry,
                        space(worry),
                        about.map(contributions::path).orElse(""),
                        about.map(wholes::of).orElse(Whole.NOTHING),
                        about.filter(one -> one.author().isEmpty()).isPresent(),
                        worry.taken().equals(reader.account()),
                        typed,
                        problems),
                problems);
    }

    @GetMapping("/spaces/{slug}/rota")
    ModelAndView rota(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            HttpServletRequest request) {
        Space space = mine(who, slug, request);
        Map<String, AccountId> candidates = worries.candidates(space);
        Set<AccountId> onCall = worries.onCall(space);
        Map<AccountId, String> names = worries.names(Set.copyOf(candidates.values()));
        return new ModelAndView(
                "peers/rota",
                "page",
                new RotaPage(
                        space,
                        candidates.values().stream()
                                .map(
                                        one ->
                                                new Candidate(
                                                        one,
                                                        names.getOrDefault(one, ""),
                                                        onCall.contains(one)))
                                .toList()));
    }

    @PostMapping("/spaces/{slug}/rota")
    String setRota(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @RequestParam @Nullable List<UUID> people,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Space space = mine(who, slug, request);
        worries.setOnCall(space, people == null ? List.of() : people);
        redirect.addFlashAttribute("notice", Notice.of("peers.rota.changed"));
        return "redirect:" + space.path() + "/rota";
    }

    private Space mine(SignedIn who, String slug, HttpServletRequest request) {
        Reader reader = desk.enter(who, request);
        return spaces.find(slug)
                .filter(space -> moderators.moderates(reader, space))
                .orElseThrow(() -> Problem.notFound("peers.problem.unknown"));
    }
}
