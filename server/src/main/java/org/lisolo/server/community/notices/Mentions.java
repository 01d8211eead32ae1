package org.lisolo.server.community.notices;

import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.words.Markup;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.AccountId;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a text names after an at sign who speaks in the same discussion. An alias that is named is
 * nobody: the moment of a notice would tell who it is.
 */
@Component
class Mentions {
    /** Among whom wrote these last. */
    private static final int LATEST = 500;

    /** Whoever names more people than this calls a crowd. */
    private static final int MOST = 20;

    private final NoticeStore store;
    private final Messages messages;

    Mentions(NoticeStore store, Messages messages) {
        this.store = store;
        this.messages = messages;
    }

    Set<AccountId> in(String text, Contribution one) {
        if (text.indexOf('@') < 0) {
            return Set.of();
        }
        Map<String, Set<AccountId>> speakers = speakers(one);
        return Markup.named(text, speakers.keySet()).stream()
                .flatMap(name -> speakers.getOrDefault(name, Set.of()).stream())
                .limit(MOST)
                .collect(Collectors.toSet());
    }

    /** By their names; aliases too, or one that begins with somebody's name would be read as it. */
    private Map<String, Set<AccountId>> speakers(Contribution one) {
        List<NoticeStore.Spoken> spoken = store.spoken(one.discussion(), LATEST);
        Map<MessageId, Message> words =
                messages.scan(
                        spoken.stream().map(NoticeStore.Spoken::message).toList(),
                        Sight.ofPublic().within(Set.of(one.space().channel())));
        Map<String, Set<AccountId>> speakers = new HashMap<>();
        for (NoticeStore.Spoken each : spoken) {
            Message message = words.get(each.message());
            if (message != null) {
                Set<AccountId> called =
                        speakers.computeIfAbsent(
                                message.current().author().shown(), _ -> new HashSet<>());
                each.author().ifPresent(called::add);
            }
        }
        return speakers;
    }
}
