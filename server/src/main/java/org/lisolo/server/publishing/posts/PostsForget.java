package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.Outbox;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** What was said and is erased in the log says nothing here either. */
@Component
class PostsForget implements Forgets {
    private final Outbox outbox;
    private final PostStore posts;
    private final StepStore steps;
    private final RemarkStore remarks;

    PostsForget(Outbox outbox, PostStore posts, StepStore steps, RemarkStore remarks) {
        this.outbox = outbox;
        this.posts = posts;
        this.steps = steps;
        this.remarks = remarks;
    }

    @Override
    public void forget(Erasure erasure) {
        for (UUID post : outbox.postsOf(erasure.messages())) {
            posts.forget(post);
            steps.forget(post);
            remarks.forget(post);
        }
    }
}
