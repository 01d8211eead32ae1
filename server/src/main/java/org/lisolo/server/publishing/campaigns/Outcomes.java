package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.archive.FoundMessages;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.Reactions;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Fate;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.campaigns.CampaignResults.Day;
import org.lisolo.server.publishing.campaigns.CampaignResults.Standing;
import org.lisolo.server.publishing.campaigns.ResultStore.CampaignPost;
import org.lisolo.server.publishing.campaigns.ResultStore.Heard;
import org.lisolo.server.publishing.library.Library;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads from the log, what networks tell and our own links what came of a campaign. */
@Component
@Transactional(readOnly = true)
class Outcomes {
    private static final int MOST_FOUND = 1_000;
    private static final int MOST_READ = 2_000;

    private final ResultStore store;
    private final ShortLinkStore links;
    private final Outbox outbox;
    private final Messages messages;
    private final FoundMessages searches;
    private final Channels channels;
    private final Reactions reactions;
    private final Library library;

    Outcomes(
            ResultStore store,
            ShortLinkStore links,
            Outbox outbox,
            Messages messages,
            FoundMessages searches,
            Channels channels,
            Reactions reactions,
            Library library) {
        this.store = store;
        this.links = links;
        this.outbox = outbox;
        this.messages = messages;
        this.searches = searches;
        this.channels = channels;
        this.reactions = reactions;
        this.library = library;
    }

    /** A post where it stands: what a message of ours is. */
    private record Place(CampaignPost post, String piece, String channel, Instant at) {}

    CampaignResults of(SignedIn who, Campaign campaign) {
        List<CampaignPost> posts = store.posts(campaign.id());
        Map<MessageId, Place> places = places(who, posts);
        Map<MessageId, Heard> heard = new LinkedHashMap<>();
        store.below(places.keySet()).forEach(one -> heard.put(one.message(), one));
        tagged(who, campaign).forEach(one -> heard.putIfAbsent(one.message(), one));
        List<Day> days = new ArrayList<>();
        heard.values().forEach(one -> days.add(day(who, one, places)));
        days.addAll(likes(who, places));
        days.addAll(clicks(who, campaign, posts));
        return new CampaignResults(
                places.values().stream().map(place -> standing(who, place)).toList(),
                days,
                (int) heard.values().stream().map(Heard::conversation).distinct().count(),
                questions(who, heard.keySet()),
                telling(who));
    }

    private Map<MessageId, Place> places(SignedIn who, List<CampaignPost> posts) {
        Map<String, String> names = channels.names(who.organisation());
        Map<UUID, List<Fate>> fates =
                outbox.fates(posts.stream().map(post -> post.id().value()).toList());
        Map<MessageId, Place> places = new LinkedHashMap<>();
        for (CampaignPost post : posts) {
            String piece = piece(who, post.piece());
            for (Fate fate : fates.getOrDefault(post.id().value(), List.of())) {
                MessageId message = fate.message();
                Instant done = fate.done();
                if (message != null && done != null) {
                    String channel = names.getOrDefault(fate.channel().toString(), "");
                    places.putIfAbsent(message, new Place(post, piece, channel, done));
                }
            }
        }
        return places;
    }

    private String piece(SignedIn who, Optional<PieceId> piece) {
        return piece.flatMap(id -> library.find(who.organisation(), id))
                .map(one -> one.content().shownIn("fr").title())
                .orElse("");
    }

    private static Standing standing(SignedIn who, Place place) {
        return new Standing(
                place.post().id().toString(),
                place.post().name(),
                place.piece(),
                place.channel(),
                LocalDate.ofInstant(place.at(), who.zone()));
    }

    private static Day day(SignedIn who, Heard heard, Map<MessageId, Place> places) {
        Optional<Place> below = heard.root().map(places::get);
        return new Day(
                LocalDate.ofInstant(heard.at(), who.zone()),
                below.map(place -> place.post().name()).orElse(""),
                below.map(Place::piece).orElse(""),
                below.map(Place::channel).orElse(""),
                1,
                heard.first() ? 1 : 0,
                0,
                0);
    }

    /** What names its hashtags in the days of the campaign. */
    private List<Heard> tagged(SignedIn who, Campaign campaign) {
        List<ChannelId> own = channels.all(who.organisation()).stream().map(Channel::id).toList();
        Set<MessageId> found = new HashSet<>();
        campaign.plan()
                .tags()
                .forEach(
                        tag ->
                                found.addAll(
                                        searches.saying(
                                                tag,
                                                own,
                                                Sight.ofStaff(who.organisation()),
                                                MOST_FOUND)));
        return store.with(found).stream()
                .filter(one -> isWithin(campaign, LocalDate.ofInstant(one.at(), who.zone())))
                .toList();
    }

    private static boolean isWithin(Campaign campaign, LocalDate day) {
        return !day.isBefore(campaign.plan().begins()) && !day.isAfter(campaign.plan().ends());
    }

    /** The names of the channels whose networks tell of likes. */
    private Set<String> telling(SignedIn who) {
        Map<String, String> names = channels.names(who.organisation());
        return reactions.told(who.organisation()).stream()
                .map(channel -> names.getOrDefault(channel.toString(), ""))
                .collect(Collectors.toSet());
    }

    private List<Day> likes(SignedIn who, Map<MessageId, Place> places) {
        List<String> names =
                messages.scan(places.keySet(), Sight.ofStaff(who.organisation())).values().stream()
                        .map(message -> message.current().networkId())
                        .toList();
        return reactions.of(reactions.told(who.organisation()), names, who.zone()).stream()
                .flatMap(one -> likes(one, places).stream())
                .toList();
    }

    private static Optional<Day> likes(Reactions.OfDay liked, Map<MessageId, Place> places) {
        MessageId message = MessageId.of(liked.channel(), liked.networkId());
        return Optional.ofNullable(places.get(message))
                .map(
                        place ->
                                new Day(
                                        liked.day(),
                                        place.post().name(),
                                        place.piece(),
                                        place.channel(),
                                        0,
                                        0,
                                        liked.count(),
                                        0));
    }

    private List<Day> clicks(SignedIn who, Campaign campaign, List<CampaignPost> posts) {
        Map<String, String> names = channels.names(who.organisation());
        Map<PostId, CampaignPost> known = new HashMap<>();
        posts.forEach(post -> known.put(post.id(), post));
        return links.byDay(campaign.id()).stream()
                .map(
                        one -> {
                            Optional<CampaignPost> post = one.link().post().map(known::get);
                            return new Day(
                                    one.day(),
                                    post.map(CampaignPost::name).orElse(""),
                                    post.map(p -> piece(who, p.piece())).orElse(""),
                                    one.link()
                                            .channel()
                                            .map(c -> names.getOrDefault(c.toString(), ""))
                                            .orElse(""),
                                    0,
                                    0,
                                    0,
                                    one.clicks());
                        })
                .toList();
    }

    /** Without the words of whoever objects to having them studied. */
    private int questions(SignedIn who, Set<MessageId> heard) {
        Sight sight = Sight.ofStaff(who.organisation()).with(Sight.Use.RESEARCH);
        Set<MessageId> read = heard.stream().limit(MOST_READ).collect(Collectors.toSet());
        Map<MessageId, Message> found = messages.scan(read, sight);
        return (int)
                found.values().stream()
                        .filter(message -> !message.deleted())
                        .filter(message -> Screened.words(message.current()).contains("?"))
                        .count();
    }
}
