package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.channels.Channels;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.CampaignId;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.links.ShortLinks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What organisations want to bring about by saying things for a while. */
@Service
public class Campaigns {
    public static final String PATH = "/work/campaigns";

    private static final int CODE = 8;
    private static final int LONGEST_ADDRESS = 1_000;

    private final CampaignStore store;
    private final ShortLinkStore links;
    private final Library library;
    private final Channels channels;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Campaigns(
            CampaignStore store,
            ShortLinkStore links,
            Library library,
            Channels channels,
            Organisations organisations,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.library = library;
        this.channels = channels;
        this.organisations = organisations;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    Campaign own(OrganisationId organisation, CampaignId id) {
        return store.find(organisation, id)
                .orElseThrow(() -> Problem.notFound("campaigns.problem.unknown"));
    }

    @Transactional
    public CampaignId add(SignedIn who, Campaign.Plan plan, Set<PieceId> pieces) {
        var id = new CampaignId(ids.next());
        store.add(
                new Campaign(id, who.organisation(), plan, own(who, pieces), 1),
                who.account(),
                clock.instant());
        trail.about("campaigns", id);
        return id;
    }

    /**
     * Plans it anew.
     *
     * @throws Problem if somebody else did meanwhile
     */
    @Transactional
    void change(SignedIn who, CampaignId id, int seen, Campaign.Plan plan, Set<PieceId> pieces) {
        own(who.organisation(), id);
        boolean changed =
                store.change(id, seen, plan, own(who, pieces), who.account(), clock.instant());
        if (!changed) {
            throw Problem.conflict("campaigns.problem.changed");
        }
    }

    private Set<PieceId> own(SignedIn who, Set<PieceId> pieces) {
        return pieces.stream()
                .filter(piece -> library.find(who.organisation(), piece).isPresent())
                .collect(Collectors.toSet());
    }

    /** Says for which campaign a post is, or for none. */
    @Transactional
    public void choose(SignedIn who, PostId post, Optional<CampaignId> campaign) {
        campaign.ifPresent(id -> own(who.organisation(), id));
        if (!store.choose(who.organisation(), post, campaign)) {
            throw Problem.notFound("posts.problem.unknown");
        }
        trail.about("posts", post);
    }

    /**
     * A short address that leads to another and counts how often.
     *
     * @throws Problem if that is no address, or the post or channel is not this organisation's
     */
    @Transactional
    public ShortLink shorten(
            SignedIn who,
            CampaignId id,
            String address,
            Optional<PostId> post,
            Optional<ChannelId> channel) {
        own(who.organisation(), id);
        if (!address.matches("https?://[^\\s<>\"]{3,}") || address.length() > LONGEST_ADDRESS) {
            throw Problem.invalid("campaigns.problem.address").atField("address");
        }
        boolean foreign =
                channel.filter(one -> channels.find(one, who.organisation()).isEmpty()).isPresent()
                        || post.filter(one -> !isOf(who, one, id)).isPresent();
        if (foreign) {
            throw Problem.notFound("campaigns.problem.unknown");
        }
        while (true) {
            var link = new ShortLink(code(), id, post, channel, address, 0);
            if (links.add(who.organisation(), link, who.account(), clock.instant())) {
                return link;
            }
        }
    }

    private boolean isOf(SignedIn who, PostId post, CampaignId id) {
        return store.of(who.organisation(), post).filter(id::equals).isPresent();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE; i++) {
            code.append(ShortLinks.LETTERS.charAt(random.nextInt(ShortLinks.LETTERS.length())));
        }
        return code.toString();
    }

    /** Where a short address leads; that it was followed is counted, and nothing else. */
    @Transactional
    Optional<String> follow(String code) {
        return links.way(code)
                .map(
                        way -> {
                            var zone = organisations.zone(way.organisation());
                            links.count(code, LocalDate.ofInstant(clock.instant(), zone));
                            return way.address();
                        });
    }
}
