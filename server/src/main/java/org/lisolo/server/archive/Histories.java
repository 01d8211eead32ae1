package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Identified;
import org.lisolo.server.message.IdentifiedWords;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Shortened;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The whole history of a message, as its page shows it. */
@Service
class Histories {
    private static final int EXCERPT = 240;

    private final Messages messages;
    private final Log log;
    private final Channels channels;
    private final IdentifiedWords words;

    Histories(Messages messages, Log log, Channels channels, IdentifiedWords words) {
        this.messages = messages;
        this.log = log;
        this.channels = channels;
        this.words = words;
    }

    Optional<HistoryPage> find(MessageId id, SignedIn who) {
        Sight sight = Sight.of(who, Action.SEARCH_ARCHIVE);
        return messages.find(id, sight).map(message -> page(message, sight, who));
    }

    private HistoryPage page(Message message, Sight sight, SignedIn who) {
        MessageEvent current = message.current();
        return new HistoryPage(
                message.id(),
                current.author().shown(),
                or(current.author().handle()),
                current.author().networkId(),
                channels.names(who.organisation()).getOrDefault(current.channel().toString(), ""),
                Screened.language(current),
                !or(current.language()).isBlank(),
                current.visibility(),
                message.first().happenedAt(),
                or(current.title()),
                Appearance.of(current),
                message.edited(),
                versions(message),
                happenings(message),
                conversation(message, sight),
                current.attachments(),
                identified(message, who),
                // an organisation decides over what came through its own channels
                who.may(Action.ERASE_MESSAGES)
                        && current.organisation().equals(who.organisation()));
    }

    private List<Identified> identified(Message message, SignedIn who) {
        Map<EventId, Identified> found = words.of(message.versions(), who);
        return message.versions().reversed().stream()
                .flatMap(version -> Optional.ofNullable(found.get(version.id())).stream())
                .toList();
    }

    private static List<HistoryPage.Version> versions(Message message) {
        List<HistoryPage.Version> versions = new ArrayList<>();
        @Nullable MessageEvent before = null;
        for (MessageEvent version : message.versions()) {
            versions.add(
                    new HistoryPage.Version(
                            versions.size() + 1,
                            version.id(),
                            version.happenedAt(),
                            Appearance.of(version),
                            before == null
                                    ? List.of()
                                    : WordDifferences.between(before.text(), version.text())));
            before = version;
        }
        return versions;
    }

    private List<HistoryPage.Happening> happenings(Message message) {
        List<EventId> ids = message.events().stream().map(MessageEvent::id).toList();
        Map<UUID, Long> positions = log.positionsOf(ids.stream().map(EventId::value).toList());
        return message.events().stream()
                .map(
                        event ->
                                new HistoryPage.Happening(
                                        event.id(),
                                        kind(event.kind()),
                                        event.happenedAt(),
                                        event.receivedAt(),
                                        positions.getOrDefault(event.id().value(), 0L)))
                .toList();
    }

    private static String kind(EventKind kind) {
        return switch (kind) {
            case CREATED -> "created";
            case EDITED -> "edited";
            case DELETED -> "deleted";
        };
    }

    private List<HistoryPage.Turn> conversation(Message here, Sight sight) {
        return messages.conversation(here.id(), sight).stream()
                .map(
                        turn ->
                                new HistoryPage.Turn(
                                        turn.id(),
                                        turn.current().author().shown(),
                                        turn.first().happenedAt(),
                                        Shortened.of(turn.current().text(), EXCERPT),
                                        turn.deleted(),
                                        turn.id().equals(here.id())))
                .toList();
    }

    private static String or(@Nullable String told) {
        return told == null ? "" : told;
    }
}
