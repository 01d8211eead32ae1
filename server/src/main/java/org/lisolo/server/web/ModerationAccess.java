package org.lisolo.server.web;

import static org.lisolo.server.people.Action.OPEN_ALIASES;
import static org.lisolo.server.web.AccessRule.everyone;
import static org.lisolo.server.web.AccessRule.get;
import static org.lisolo.server.web.AccessRule.members;
import static org.lisolo.server.web.AccessRule.post;

import java.util.List;

/**
 * The lines of the {@link AccessTable} for moderation and peers. Who moderates a space is the
 * space's to say: to others its reports do not exist.
 */
final class ModerationAccess {
    static final List<AccessRule> RULES =
            List.of(
                    post("/spaces/{slug}/new/{kind}/aliased", members()),
                    post("/discussions/{id}/answers/aliased", members()),
                    get("/work/aliases", OPEN_ALIASES),
                    post("/work/aliases", OPEN_ALIASES),
                    post("/work/aliases/{id}/agree", OPEN_ALIASES),
                    post("/work/aliases/{id}/refuse", OPEN_ALIASES),
                    post("/work/aliases/{id}/show", OPEN_ALIASES),
                    post("/contributions/{id}/block", members()),
                    get("/me/blocks", members()),
                    post("/me/blocks/{id}/lift", members()),
                    get("/contributions/{id}/worry", members()),
                    post("/contributions/{id}/worry", members()),
                    get("/moderation/worries", members()),
                    get("/moderation/worries/{id}", members()),
                    get("/moderation/worries/{id}/pictures/{hash}", members()),
                    post("/moderation/worries/{id}/take", members()),
                    post("/moderation/worries/{id}/close", members()),
                    get("/spaces/{slug}/rota", members()),
                    post("/spaces/{slug}/rota", members()),
                    get("/spaces/{slug}/help", everyone()),
                    get("/away", everyone()),
                    get("/contributions/{id}/report", members()),
                    post("/contributions/{id}/report", members()),
                    get("/me/moderation", members()),
                    get("/me/reports/{id}", members()),
                    post("/me/reports/{id}/replies", members()),
                    get("/me/decisions/{id}", members()),
                    post("/me/decisions/{id}/appeal", members()),
                    get("/contributions/{id}/decision", members()),
                    post("/contributions/{id}/decision/appeal", members()),
                    get("/moderation", members()),
                    get("/moderation/reports/{id}", members()),
                    get("/moderation/reports/{id}/pictures/{hash}", members()),
                    post("/moderation/reports/{id}/claim", members()),
                    post("/moderation/reports/{id}/release", members()),
                    post("/moderation/reports/{id}/reporters/{report}", members()),
                    post("/moderation/reports/{id}/decide", members()),
                    get("/moderation/held/{id}", members()),
                    get("/moderation/held/{id}/pictures/{hash}", members()),
                    post("/moderation/held/{id}/let", members()),
                    post("/moderation/held/{id}/refuse", members()),
                    get("/moderation/appeals/{id}", members()),
                    get("/moderation/appeals/{id}/pictures/{hash}", members()),
                    post("/moderation/appeals/{id}", members()),
                    get("/moderation/log", everyone()),
                    get("/spaces/{slug}/log", everyone()),
                    get("/spaces/{slug}/moderation", members()),
                    post("/spaces/{slug}/moderation", members()),
                    post("/spaces/{slug}/filters", members()),
                    post("/spaces/{slug}/filters/{id}/remove", members()));

    private ModerationAccess() {}
}
