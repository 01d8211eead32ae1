package org.lisolo.server.community.following;

import org.lisolo.server.community.Before;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.discussions.Discussions;
import org.lisolo.server.community.following.FollowPages.Followed;
import org.lisolo.server.community.following.FollowPages.FollowsPage;
import org.lisolo.server.community.following.FollowPages.HomePage;
import org.lisolo.server.community.follows.Follows;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.words.Hashtag;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.LocalPath;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What somebody follows, and what is new of it. */
@Controller
class FollowController {
    private static final int PAGE = 30;
    private static final String LIST = "/me/follows";

    private final Follows follows;
    private final Timeline timeline;
    private final Discussions discussions;
    private final Spaces spaces;
    private final Profiles profiles;
    private final OneName oneName;
    private final Readers readers;

    FollowController(
            Follows follows,
            Timeline timeline,
            Discussions discussions,
            Spaces spaces,
            Profiles profiles,
            OneName oneName,
            Readers readers) {
        this.follows = follows;
        this.timeline = timeline;
        this.discussions = discussions;
        this.spaces = spaces;
        this.profiles = profiles;
        this.oneName = oneName;
        this.readers = readers;
    }

    @GetMapping("/home")
    ModelAndView home(
            @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String before) {
        Reader reader = readers.of(who);
        UUID from = Before.of(before);
        var found = timeline.of(reader, from, PAGE);
        return new ModelAndView(
                "following/home",
                "page",
                new HomePage(
                        found.rows(),
                        follows.count(who.account()) == 0,
                        from.equals(Before.NOW) ? "" : "/home",
                        found.older("/home")));
    }

    @GetMapping(LIST)
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String from) {
        Reader reader = readers.of(who);
        int start = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        List<Source> found = follows.of(who.account(), start, PAGE + 1);
        boolean more = found.size() > PAGE;
        return new ModelAndView(
                "following/follows",
                "page",
                new FollowsPage(
                        (more ? found.subList(0, PAGE) : found)
                                .stream().map(source -> followed(source, reader)).toList(),
                        start == 0 ? "" : LIST + "?from=" + Math.max(0, start - PAGE),
                        more ? LIST + "?from=" + (start + PAGE) : ""));
    }

    /** What they may no longer see keeps its line, without a name. */
    private Followed followed(Source source, Reader reader) {
        return switch (source.kind()) {
            case SPACE ->
                    spaces.find(new SpaceId(target(source)))
                            .filter(reader::mayEnter)
                            .map(space -> new Followed(source, space.name(), space.path()))
                            .orElse(new Followed(source, "", ""));
            case DISCUSSION ->
                    timeline.shown(List.of(target(source)), reader).stream()
                            .findFirst()
                            .map(row -> new Followed(source, row.title(), row.path()))
                            .orElse(new Followed(source, "", ""));
            case PERSON -> {
                var person = new AccountId(target(source));
                yield profiles.known(person, reader)
                        .map(known -> new Followed(source, known.name(), OneName.path(person)))
                        .orElse(new Followed(source, "", ""));
            }
            case TAG -> new Followed(source, "#" + source.tag(), Hashtag.path(source.value()));
        };
    }

    private static UUID target(Source source) {
        return Objects.requireNonNull(source.target());
    }

    @PostMapping("/follow")
    ModelAndView follow(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = LIST) String back,
            RedirectAttributes redirect) {
        Source source = Source.read(kind, of);
        known(readers.of(who), source);
        follows.follow(who.account(), source);
        redirect.addFlashAttribute("notice", Notice.of("following.followed"));
        return new ModelAndView("redirect:" + LocalPath.of(back, LIST));
    }

    /** What they may not see is unknown. */
    private void known(Reader reader, Source source) {
        switch (source.kind()) {
            case DISCUSSION -> discussions.find(new ContributionId(target(source)), reader);
            case SPACE -> spaces.enter(new SpaceId(target(source)), reader);
            case PERSON -> {
                var person = new AccountId(target(source));
                if (reader.apart().contains(person) || !oneName.has(person)) {
                    throw Problem.notFound("following.problem.what");
                }
            }
            case TAG -> {}
        }
    }

    @PostMapping("/unfollow")
    ModelAndView unfollow(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = LIST) String back,
            RedirectAttributes redirect) {
        follows.unfollow(who.account(), Source.read(kind, of));
        redirect.addFlashAttribute("notice", Notice.of("following.unfollowed"));
        return new ModelAndView("redirect:" + LocalPath.of(back, LIST));
    }
}
