package org.lisolo.server.community.peers;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.moderation.SpaceHelp;
import org.lisolo.server.community.peers.PeersPages.AwayPage;
import org.lisolo.server.community.peers.PeersPages.BlocksPage;
import org.lisolo.server.community.peers.PeersPages.HelpPage;
import org.lisolo.server.community.spaces.Blocks;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Keeping away from somebody, finding somebody to talk to, and leaving at once. */
@Controller
class PeersController {
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");

    private final Blocks blocks;
    private final Contributions contributions;
    private final SpaceHelp help;
    private final Spaces spaces;
    private final Readers readers;
    private final Clock clock;

    PeersController(
            Blocks blocks,
            Contributions contributions,
            SpaceHelp help,
            Spaces spaces,
            Readers readers,
            Clock clock) {
        this.blocks = blocks;
        this.contributions = contributions;
        this.help = help;
        this.spaces = spaces;
        this.readers = readers;
        this.clock = clock;
    }

    /** The author of what was written. */
    @PostMapping("/contributions/{id}/block")
    String block(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        AccountId author =
                contributions
                        .find(new ContributionId(id), readers.of(who))
                        .flatMap(Contribution::author)
                        .orElseThrow(() -> Problem.notFound("peers.problem.unknown"));
        blocks.block(who.account(), author);
        redirect.addFlashAttribute("notice", Notice.of("peers.blocked"));
        return "redirect:/me/blocks";
    }

    @GetMapping("/me/blocks")
    ModelAndView blocked(@AuthenticationPrincipal SignedIn who) {
        return new ModelAndView("peers/blocks", "page", new BlocksPage(blocks.by(who.account())));
    }

    @PostMapping("/me/blocks/{id}/lift")
    String lift(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        blocks.lift(who.account(), new AccountId(id));
        return "redirect:/me/blocks";
    }

    /** To whom people can turn, as the moderators of the space have written it. */
    @GetMapping("/spaces/{slug}/help")
    ModelAndView help(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable String slug) {
        Space space = spaces.enter(slug, readers.of(who));
        return new ModelAndView("peers/help", "page", new HelpPage(space, help.of(space.id())));
    }

    /** A page that anybody might have open. */
    @GetMapping("/away")
    ModelAndView away() {
        return new ModelAndView(
                "peers/away", "page", new AwayPage(LocalDate.now(clock.withZone(KINSHASA))));
    }
}
