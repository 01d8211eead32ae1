package org.lisolo.server.publishing.conversations;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.Limitations;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.platform.Ids;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers what comes in into conversations, within the transaction that moves the cursor. Words of
 * whoever had their use restricted begin none and go into none.
 */
@Component
class Gathering implements Follower {
    private final ConversationStore store;
    private final ConversationStepStore steps;
    private final ConversationSettingStore settings;
    private final Messages messages;
    private final Outbox outbox;
    private final Channels channels;
    private final Limitations limitations;
    private final Organisations organisations;
    private final Ids ids;
    private final Clock clock;

    Gathering(
            ConversationStore store,
            ConversationStepStore steps,
            ConversationSettingStore settings,
            Messages messages,
            Outbox outbox,
            Channels channels,
            Limitations limitations,
            Organisations organisations,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.settings = settings;
        this.messages = messages;
        this.outbox = outbox;
        this.channels = channels;
        this.limitations = limitations;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publishing.conversations";
    }

    @Override
    public Set<Visibility> visibilities() {
        return EnumSet.of(Visibility.PUBLIC, Visibility.ORGANISATION);
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        List<MessageEvent> heard =
                limitations.withoutRestricted(heard(events)).stream()
                        .map(LoggedEvent::event)
                        .toList();
        if (heard.isEmpty()) {
            return;
        }
        var batch = new Batch(store, steps, messages, ids, clock.instant());
        batch.know(named(heard));
        Set<MessageId> sent = outbox.ours(heard.stream().map(MessageEvent::message).toList());
        Set<String> voices = settings.voices(heard.stream().map(Voice::of).toList());
        Map<OrganisationId, Batch.Terms> terms = new HashMap<>();
        for (MessageEvent event : heard) {
            if (event.kind() == EventKind.DELETED) {
                batch.takeAway(event);
                continue;
            }
            boolean ours = sent.contains(event.message()) || voices.contains(Voice.of(event));
            batch.take(event, ours, terms.computeIfAbsent(event.organisation(), this::terms));
        }
        batch.write();
    }

    private Batch.Terms terms(OrganisationId organisation) {
        return new Batch.Terms(
                settings.of(organisation).promise(),
                organisations.all().contains(organisation)
                        ? organisations.zone(organisation)
                        : java.time.ZoneOffset.UTC);
    }

    /** On our own site nobody speaks but the organisation. */
    private List<LoggedEvent> heard(List<LoggedEvent> events) {
        Set<ChannelId> all =
                events.stream().map(one -> one.event().channel()).collect(Collectors.toSet());
        Set<ChannelId> unheard = new HashSet<>(settings.unheard(all));
        events.stream()
                .map(one -> one.event().organisation())
                .distinct()
                .flatMap(organisation -> channels.all(organisation).stream())
                .filter(channel -> channel.kind() == ChannelKind.SITE)
                .map(Channel::id)
                .forEach(unheard::add);
        return events.stream().filter(one -> !unheard.contains(one.event().channel())).toList();
    }

    private static Collection<MessageId> named(List<MessageEvent> heard) {
        return heard.stream()
                .flatMap(
                        event ->
                                Stream.of(
                                        Optional.of(event.message()),
                                        Optional.ofNullable(event.parent()),
                                        Optional.ofNullable(event.rootMessage())))
                .flatMap(Optional::stream)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
