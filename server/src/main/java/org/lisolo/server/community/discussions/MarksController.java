package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Polls;
import org.lisolo.server.community.contributions.Reaction;
import org.lisolo.server.community.contributions.SaidMarkStore;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers add to what others wrote. */
@Controller
class MarksController {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Discussions discussions;
    private final Contributions contributions;
    private final SaidMarkStore marks;
    private final Polls polls;
    private final Spaces spaces;
    private final Readers readers;
    private final Clock clock;

    MarksController(
            Discussions discussions,
            Contributions contributions,
            SaidMarkStore marks,
            Polls polls,
            Spaces spaces,
            Readers readers,
            Clock clock) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.marks = marks;
        this.polls = polls;
        this.spaces = spaces;
        this.readers = readers;
        this.clock = clock;
    }

    @PostMapping("/contributions/{id}/reactions")
    ModelAndView react(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind) {
        Reader reader = readers.of(who);
        Contribution on = find(id, reader);
        Discussion about = discussions.find(on.discussion(), reader);
        mayWrite(about, reader);
        Reaction reaction =
                Reaction.ofKey(kind)
                        .orElseThrow(() -> Problem.invalid("discussions.problem.reaction"));
        if (contributions.isOwn(reader, on)) {
            throw Problem.forbidden("discussions.problem.ownReaction");
        }
        contributions.standing(on, reader);
        marks.turn(on, who.account(), reaction, reader.professional());
        return to(about, on, reader);
    }

    @PostMapping("/contributions/{id}/accept")
    ModelAndView accept(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Reader reader = readers.of(who);
        Contribution answer = find(id, reader);
        Discussion about = discussions.find(answer.discussion(), reader);
        mayWrite(about, reader);
        Contribution opening = find(about.id().value(), reader);
        if (about.kind() != Kind.QUESTION
                || answer.opens()
                || !contributions.isOwn(reader, opening)) {
            throw Problem.forbidden("discussions.problem.accept");
        }
        contributions.standing(answer, reader);
        marks.accept(about.id(), answer.id(), clock.instant());
        return to(about, answer, reader);
    }

    @PostMapping("/discussions/{id}/vote")
    ModelAndView vote(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int choice) {
        Reader reader = readers.of(who);
        Discussion about = discussions.find(new ContributionId(id), reader);
        mayWrite(about, reader);
        polls.vote(about, reader, choice);
        return new ModelAndView("redirect:" + about.path() + "#poll");
    }

    /** Says which question asked this one before; an empty address takes that back. */
    @PostMapping("/discussions/{id}/duplicate")
    ModelAndView duplicate(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String original) {
        Reader reader = readers.of(who);
        Discussion about = discussions.find(new ContributionId(id), reader);
        Space space = mayWrite(about, reader);
        Contribution opening = find(about.id().value(), reader);
        if (about.kind() != Kind.QUESTION
                || !(contributions.isOwn(reader, opening) || reader.moderates(space))) {
            throw Problem.forbidden("discussions.problem.join");
        }
        Optional<ContributionId> named =
                original.isBlank() ? Optional.empty() : Optional.of(named(original, about, reader));
        marks.duplicate(about.id(), named, clock.instant());
        return new ModelAndView("redirect:" + about.path());
    }

    private ContributionId named(String address, Discussion about, Reader reader) {
        Matcher id = ID.matcher(address);
        if (!id.find()) {
            throw Problem.invalid("discussions.problem.original");
        }
        Discussion found =
                discussions.find(new ContributionId(UUID.fromString(id.group())), reader);
        ContributionId first = marks.original(found.id()).orElse(found.id());
        boolean tells = found.closed() && !found.space().equals(about.space());
        if (found.kind() != Kind.QUESTION || first.equals(about.id()) || tells) {
            throw Problem.invalid("discussions.problem.original");
        }
        return first;
    }

    private Space mayWrite(Discussion about, Reader reader) {
        Space space = spaces.enter(about.space(), reader);
        contributions.mayWrite(reader, space);
        return space;
    }

    private ModelAndView to(Discussion about, Contribution one, Reader reader) {
        return new ModelAndView("redirect:" + discussions.path(about, one, reader));
    }

    private Contribution find(UUID id, Reader reader) {
        return contributions
                .find(new ContributionId(id), reader)
                .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }
}
