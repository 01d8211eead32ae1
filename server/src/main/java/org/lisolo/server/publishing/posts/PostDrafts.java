package org.lisolo.server.publishing.posts;

import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.Networks;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Draft.Signature;
import org.lisolo.server.publishing.gate.Released;
import org.lisolo.server.publishing.gate.Target;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.library.Piece;
import org.lisolo.server.publishing.library.PieceState;
import org.lisolo.server.publishing.library.Wording;
import org.lisolo.server.publishing.links.LinkHostStore;
import org.lisolo.server.publishing.links.LinkTags;
import org.lisolo.server.publishing.links.ShortLinks;
import org.lisolo.server.releases.Permission;
import org.lisolo.server.releases.Releases;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posts as the gate sees them. */
@Component
class PostDrafts {
    private final Library library;
    private final Channels channels;
    private final Networks networks;
    private final Answering answering;
    private final Releases releases;
    private final UsedReleaseStore used;
    private final PostPictures pictures;
    private final LinkHostStore links;
    private final PostCampaigns campaigns;
    private final CanonicalAddress addresses;
    private final Clock clock;

    PostDrafts(
            Library library,
            Channels channels,
            Networks networks,
            Answering answering,
            Releases releases,
            UsedReleaseStore used,
            PostPictures pictures,
            LinkHostStore links,
            PostCampaigns campaigns,
            CanonicalAddress addresses,
            Clock clock) {
        this.library = library;
        this.channels = channels;
        this.networks = networks;
        this.answering = answering;
        this.releases = releases;
        this.used = used;
        this.pictures = pictures;
        this.links = links;
        this.campaigns = campaigns;
        this.addresses = addresses;
        this.clock = clock;
    }

    Draft of(Post post) {
        PostContent content = post.content();
        return new Draft(
                        post.organisation(),
                        content.language(),
                        content.topic(),
                        content.title(),
                        content.text(),
                        content.brief(),
                        content.sources(),
                        signature(post))
                .saying(content.variants())
                .answering(
                        answering
                                .answered(post.organisation(), post.id())
                                .map(MessageEvent::networkId)
                                .orElse(null))
                .showing(pictures.leaving(post))
                .released(released(post));
    }

    /** What people have permitted of it, as far as that stands now. */
    private Released released(Post post) {
        List<Permission> permissions =
                releases.permissions(post.organisation(), used.of(post.id(), post.version()));
        return new Released(permissions, pictures.people(post), post.wanted().orElse(null));
    }

    /** Where something can be said at all. */
    List<Target> offered(OrganisationId organisation) {
        return networks.mouths(organisation).stream().map(Target::of).toList();
    }

    /** Where it is said if nobody chose: on our own site. */
    static List<Target> otherwise(List<Target> offered) {
        return offered.stream().filter(target -> target.kind() == ChannelKind.SITE).toList();
    }

    /** Where it is to be said, as far as that is open. */
    List<Target> targets(Post post) {
        Optional<Reply> reply = answering.reply(post.id());
        if (reply.isPresent()) {
            return answering.targets(post.organisation(), reply.get().answered());
        }
        List<Target> offered = offered(post.organisation());
        List<PostTarget> chosen = post.content().targets();
        List<Target> targets =
                chosen.isEmpty()
                        ? otherwise(offered)
                        : offered.stream().filter(target -> isChosen(target, chosen)).toList();
        List<String> hosts = links.hosts(post.organisation());
        if (hosts.isEmpty()) {
            return targets;
        }
        String campaign = campaigns.name(post);
        return targets.stream()
                .map(target -> target.tagging(tags(post, target, Set.copyOf(hosts), campaign)))
                .toList();
    }

    /** Our own site has its readers already; which of them follow a link a campaign counts. */
    private LinkTags tags(Post post, Target target, Set<String> hosts, String campaign) {
        var tags =
                new LinkTags(
                        hosts,
                        target.kind() == ChannelKind.SITE ? "" : target.kind().code(),
                        campaign.isEmpty() ? post.content().topic().key() : campaign);
        Optional<String> base = addresses.set("/l/");
        return campaign.isEmpty() || base.isEmpty()
                ? tags
                : tags.shortening(ShortLinks.of(base.get(), post.id(), target.channel()));
    }

    private static boolean isChosen(Target target, List<PostTarget> chosen) {
        return chosen.stream().anyMatch(one -> one.channel().equals(target.channel()));
    }

    /** Whether a channel that was chosen is closed by now. */
    boolean isAnyClosed(Post post) {
        return isAnyClosed(post, targets(post));
    }

    /** The same, where its targets are known. */
    static boolean isAnyClosed(Post post, List<Target> targets) {
        return targets.size() < post.content().targets().size();
    }

    /** What was typed, on the organisation's channels and no others. */
    PostContent own(OrganisationId organisation, PostContent typed) {
        return typed.withTargets(
                typed.targets().stream()
                        .filter(one -> channels.find(one.channel(), organisation).isPresent())
                        .toList());
    }

    /** An answer has no title. */
    private boolean isReply(Post post) {
        return answering.reply(post.id()).isPresent();
    }

    private Signature signature(Post post) {
        if (post.from().isEmpty()) {
            return Signature.NONE;
        }
        Post.From from = post.from().get();
        boolean untitled = post.content().title().isEmpty() && isReply(post);
        Optional<Piece> begun =
                library.version(post.organisation(), from.piece(), from.version())
                        .filter(piece -> saysTheSame(post.content(), piece, from, untitled));
        if (begun.isEmpty()) {
            return Signature.NONE;
        }
        return library.find(post.organisation(), from.piece())
                .filter(standing -> standing.version() == from.version())
                .filter(standing -> standing.state(clock.instant()) == PieceState.REVIEWED)
                .map(_ -> Signature.SIGNED)
                .orElse(Signature.LAPSED);
    }

    private static boolean saysTheSame(
            PostContent content, Piece piece, Post.From from, boolean untitled) {
        Wording wording = piece.content().in(content.language());
        return (untitled || content.title().equals(wording.title()))
                && content.text().equals(wording.text(from.variant()))
                && (content.brief().isEmpty() || content.brief().equals(wording.brief()))
                && content.variants().values().stream().allMatch(wording::says)
                && content.sources().equals(piece.content().sources())
                && content.topic() == piece.content().topic();
    }
}
