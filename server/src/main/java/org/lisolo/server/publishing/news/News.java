package org.lisolo.server.publishing.news;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.news.NewsPages.Item;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What organisations have said on their own sites, in the words that stand in the log. */
@Service
class News {
    static final String PATH = "/news";

    private final NewsStore store;
    private final Messages messages;
    private final Sites sites;
    private final Organisations organisations;

    News(NewsStore store, Messages messages, Sites sites, Organisations organisations) {
        this.store = store;
        this.messages = messages;
        this.sites = sites;
        this.organisations = organisations;
    }

    /** Some news, and whether there are older ones. */
    record Found(List<Item> items, boolean more) {}

    /** The name of an organisation that is here. */
    String name(OrganisationId organisation) {
        if (!organisations.all().contains(organisation)) {
            throw Problem.notFound("news.problem.unknown");
        }
        return organisations.name(organisation);
    }

    Found latest(Optional<OrganisationId> organisation, Optional<Topic> topic, int from, int most) {
        List<NewsStore.Out> out = store.latest(organisation, topic, from, most + 1);
        boolean more = out.size() > most;
        return new Found(items(more ? out.subList(0, most) : out), more);
    }

    Item one(OrganisationId organisation, PostId post) {
        return store.find(organisation, post)
                .map(out -> items(List.of(out)))
                .filter(items -> !items.isEmpty())
                .map(List::getFirst)
                .orElseThrow(() -> Problem.notFound("news.problem.unknown"));
    }

    List<Topic> topics(OrganisationId organisation) {
        return store.topics(organisation).stream().sorted().toList();
    }

    private List<Item> items(List<NewsStore.Out> out) {
        Map<OrganisationId, Optional<Channel>> channels = new HashMap<>();
        Map<NewsStore.Out, MessageId> ids = new LinkedHashMap<>();
        for (NewsStore.Out one : out) {
            channels.computeIfAbsent(one.organisation(), sites::find)
                    .ifPresent(site -> ids.put(one, MessageId.of(site.id(), path(one))));
        }
        Map<MessageId, Message> said = messages.find(ids.values(), Sight.ofPublic());
        List<Item> items = new ArrayList<>();
        ids.forEach(
                (one, id) -> {
                    Message message = said.get(id);
                    if (message != null && !message.deleted()) {
                        items.add(item(one, message));
                    }
                });
        return items;
    }

    static String path(NewsStore.Out one) {
        return PATH + "/" + one.organisation() + "/" + one.post();
    }

    private Item item(NewsStore.Out one, Message message) {
        MessageEvent current = message.current();
        boolean corrected = !current.id().equals(message.first().id());
        return new Item(
                path(one),
                current.author().shown(),
                PATH + "/" + one.organisation(),
                one.topic(),
                Objects.requireNonNullElse(current.language(), "fr"),
                Objects.requireNonNullElse(current.title(), ""),
                current.text(),
                message.first().happenedAt(),
                corrected ? Optional.of(current.happenedAt()) : Optional.empty(),
                message.id(),
                store.pictures(one));
    }
}
