package org.lisolo.server.publishing.posts;

import org.lisolo.server.channels.Networks;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.gate.Target;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reply answers, and where it can be said: on the channel of what it answers and nowhere
 * else. What was said in private is not answered in public, and what was erased, restricted or
 * taken away is not answered at all.
 */
@Component
class Answering {
    private final ReplyStore replies;
    private final Messages messages;
    private final Networks networks;

    Answering(ReplyStore replies, Messages messages, Networks networks) {
        this.replies = replies;
        this.messages = messages;
        this.networks = networks;
    }

    Optional<Reply> reply(PostId post) {
        return replies.find(post);
    }

    /** What the post answers, as it stands; empty for no reply, or where it stands no more. */
    Optional<MessageEvent> answered(OrganisationId organisation, PostId post) {
        return replies.find(post).flatMap(reply -> standing(organisation, reply.answered()));
    }

    private Optional<MessageEvent> standing(OrganisationId organisation, MessageId id) {
        Map<MessageId, Message> found = messages.scan(List.of(id), Sight.ofStaff(organisation));
        return Optional.ofNullable(found.get(id))
                .filter(message -> !message.deleted())
                .map(Message::current)
                .filter(current -> current.organisation().equals(organisation));
    }

    /** Where this message can be answered from here; empty if nowhere. */
    List<Target> targets(OrganisationId organisation, MessageId answered) {
        return standing(organisation, answered)
                .map(event -> targets(organisation, event))
                .orElse(List.of());
    }

    private List<Target> targets(OrganisationId organisation, MessageEvent event) {
        return networks.mouths(organisation).stream()
                .filter(mouth -> event.visibility() == Visibility.PUBLIC)
                .filter(mouth -> mouth.channel().id().equals(event.channel()))
                .filter(mouth -> mouth.limits().replies())
                .map(Target::of)
                .toList();
    }
}
