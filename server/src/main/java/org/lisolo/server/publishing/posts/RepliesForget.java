package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** An answer that was begun may quote what is erased, and has nobody any more to go to. */
@Component
class RepliesForget implements Forgets {
    private final ReplyStore replies;
    private final PostStore posts;
    private final StepStore steps;

    RepliesForget(ReplyStore replies, PostStore posts, StepStore steps) {
        this.replies = replies;
        this.posts = posts;
        this.steps = steps;
    }

    @Override
    public void forget(Erasure erasure) {
        for (UUID post : replies.unsaid(erasure.messages())) {
            posts.forget(post);
            steps.forget(post);
        }
    }
}
