package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.contributions.ToldToAuthors;
import org.lisolo.server.community.discussions.DiscussionPages.SpacePage;
import org.lisolo.server.community.follows.Follows;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.community.spaces.Memberships;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Feeds;
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
import java.util.Optional;
import java.util.UUID;

/** A space and what is said there. */
@Controller
class SpaceController {
    private static final int PAGE = 20;
    private static final int IN_FEED = 50;

    private final Discussions discussions;
    private final Spaces spaces;
    private final Readers readers;
    private final Memberships memberships;
    private final Follows follows;
    private final Pins pins;
    private final ToldToAuthors told;
    private final Feeds feeds;
    private final CanonicalAddress addresses;

    SpaceController(
            Discussions discussions,
            Spaces spaces,
            Readers readers,
            Memberships memberships,
            Follows follows,
            Pins pins,
            ToldToAuthors told,
            Feeds feeds,
            CanonicalAddress addresses) {
        this.discussions = discussions;
        this.spaces = spaces;
        this.readers = readers;
        this.memberships = memberships;
        this.follows = follows;
        this.pins = pins;
        this.told = told;
        this.feeds = feeds;
        this.addresses = addresses;
    }

    @GetMapping(Space.PATH + "/{slug}")
    ModelAndView one(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String from) {
        Reader reader = readers.of(who);
        Space space = spaces.enter(slug, reader);
        int start = DiscussionsController.start(from);
        var found =
                discussions.latest(reader, Optional.of(space.id()), Optional.empty(), start, PAGE);
        return new ModelAndView(
                "discussions/space",
                "page",
                new SpacePage(
                        space,
                        reader,
                        memberships.moderators(space.id()),
                        follows.follows(reader.account(), Source.of(space.id())),
                        start == 0 ? discussions.pinned(space.id(), reader) : List.of(),
                        told.waiting(reader, space.id()).stream()
                                .filter(one -> one.draft().becomes() instanceof Draft.Opening)
                                .toList(),
                        found.rows(),
                        start == 0 ? "" : space.path() + "?from=" + Math.max(0, start - PAGE),
                        found.more() ? space.path() + "?from=" + (start + PAGE) : "",
                        addresses.of(space.path())));
    }

    /** Of what everybody may read; there is none of a closed space, for whoever asks. */
    @GetMapping(Space.PATH + "/{slug}/feed/{format}")
    ResponseEntity<byte[]> feed(@PathVariable String slug, @PathVariable String format) {
        Space space = spaces.enter(slug, Reader.STRANGER);
        var found =
                discussions.latest(
                        Reader.STRANGER, Optional.of(space.id()), Optional.empty(), 0, IN_FEED);
        var feed =
                new Feeds.Feed(
                        space.name(),
                        space.path(),
                        space.path() + "/feed/" + format,
                        found.rows().stream()
                                .map(
                                        row ->
                                                new Feeds.Item(
                                                        row.of().path(),
                                                        row.words().title(),
                                                        row.words().atFirst(),
                                                        row.author(),
                                                        row.words().language(),
                                                        row.of().openedAt(),
                                                        Optional.empty()))
                                .toList());
        return feeds.answer(format, feed)
                .orElseThrow(() -> Problem.notFound("spaces.problem.unknown"));
    }

    @PostMapping(Space.PATH + "/{slug}/pins/{discussion}/{step}")
    ModelAndView pin(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable UUID discussion,
            @PathVariable String step,
            RedirectAttributes redirect) {
        Reader reader = readers.of(who);
        Space space = spaces.moderated(slug, reader);
        Discussion about = discussions.find(new ContributionId(discussion), reader);
        boolean pin = step.equals("pin");
        if (pin) {
            pins.pin(space, about);
        } else {
            pins.unpin(space.id(), about.id());
        }
        String undo = space.path() + "/pins/" + about.id() + (pin ? "/unpin" : "/pin");
        redirect.addFlashAttribute(
                "notice", Notice.of(pin ? "spaces.pinned" : "spaces.unpinned").undoneBy(undo));
        return new ModelAndView("redirect:" + space.path());
    }
}
