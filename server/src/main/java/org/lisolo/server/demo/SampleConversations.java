package org.lisolo.server.demo;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.CampaignId;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.campaigns.Campaign;
import org.lisolo.server.publishing.campaigns.Campaigns;
import org.lisolo.server.publishing.conversations.ConversationPromises;
import org.lisolo.server.publishing.conversations.ConversationSettings;
import org.lisolo.server.publishing.conversations.Promise;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the sample hospital promises those who write to it, and a campaign of its two posts: of its
 * talk, some conversations then wait for an answer, and some wait too long.
 */
@Component
class SampleConversations {
    /** As the hospital's own page writes in the talk. */
    private static final String OWN = "hgmbanza_demo";

    private static final int DAYS_BEFORE = 7;
    private static final int DAYS_AFTER = 21;

    private final ConversationPromises promises;
    private final Campaigns campaigns;
    private final Clock clock;

    SampleConversations(ConversationPromises promises, Campaigns campaigns, Clock clock) {
        this.promises = promises;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Before the talk is told, so that the hospital's own words count as its answers. */
    void promise(Channel channel, SignedIn officer) {
        promises.isOurs(channel.organisation(), channel.id(), OWN);
        promises.keep(
                officer,
                new ConversationSettings(
                        new Promise(24, Optional.empty()),
                        "+243 000 000 010",
                        "bureau d’accueil, pavillon A, de 8 h à 16 h",
                        ""));
    }

    void campaign(SignedIn writer, Set<PieceId> pieces, List<PostId> posts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), writer.zone());
        var plan =
                new Campaign.Plan(
                        "Saison des pluies : agir vite",
                        "Que les familles viennent dès les premiers signes. On le verra aux"
                                + " questions posées et aux visites le premier jour.",
                        "Familles des quartiers du port et du marché",
                        "#agirvite",
                        today.minusDays(DAYS_BEFORE),
                        today.plusDays(DAYS_AFTER));
        CampaignId id = campaigns.add(writer, plan, pieces);
        posts.forEach(post -> campaigns.choose(writer, post, Optional.of(id)));
    }
}
