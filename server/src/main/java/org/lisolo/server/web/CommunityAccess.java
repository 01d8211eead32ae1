package org.lisolo.server.web;

import static org.lisolo.server.people.Action.KEEP_SPACES;
import static org.lisolo.server.people.Action.SETTLE_DIRECT_REPORTS;
import static org.lisolo.server.web.AccessRule.everyone;
import static org.lisolo.server.web.AccessRule.get;
import static org.lisolo.server.web.AccessRule.members;
import static org.lisolo.server.web.AccessRule.post;

import java.util.List;

/**
 * The community's lines of the {@link AccessTable}. Who may enter a closed space is the space's to
 * say.
 */
final class CommunityAccess {
    static final List<AccessRule> RULES =
            List.of(
                    get("/questions", everyone()),
                    get("/questions/similar", everyone()),
                    get("/questions/unanswered", members()),
                    get("/tags/{tag}", everyone()),
                    get("/people/{account}", everyone()),
                    post("/discussions/{id}/vote", members()),
                    post("/discussions/{id}/duplicate", members()),
                    post("/discussions/{id}/summary", members()),
                    get("/contributions/{id}", everyone()),
                    post("/contributions/{id}/reactions", members()),
                    post("/contributions/{id}/accept", members()),
                    get("/contributions/{id}/pictures", members()),
                    post("/contributions/{id}/pictures", members()),
                    get("/contributions/{id}/pictures/{hash}", everyone()),
                    get("/contributions/{id}/history", everyone()),
                    get("/contributions/{id}/edit", members()),
                    post("/contributions/{id}/edit", members()),
                    get("/contributions/{id}/waiting", members()),
                    get("/contributions/{id}/waiting/edit", members()),
                    post("/contributions/{id}/waiting/edit", members()),
                    post("/contributions/{id}/waiting/take-back", members()),
                    get("/contributions/{id}/delete", members()),
                    post("/contributions/{id}/delete", members()),
                    get("/questions/{id}", everyone()),
                    get("/talks/{id}", everyone()),
                    get("/cases/{id}", members()),
                    get("/spaces", everyone()),
                    get("/spaces/{slug}", everyone()),
                    get("/discussions/search", everyone()),
                    get("/home", members()),
                    get("/me/direct", members()),
                    post("/me/direct/setting", members()),
                    get("/me/direct/to/{contribution}", members()),
                    post("/me/direct/to/{contribution}", members()),
                    get("/me/direct/{pair}", members()),
                    post("/me/direct/{pair}", members()),
                    post("/me/direct/{pair}/{message}/delete", members()),
                    post("/me/direct/{pair}/{message}/report", members()),
                    get("/work/direct-reports", SETTLE_DIRECT_REPORTS),
                    post("/work/direct-reports/{id}/leave", SETTLE_DIRECT_REPORTS),
                    post("/work/direct-reports/{id}/bar", SETTLE_DIRECT_REPORTS),
                    get("/me/goals", members()),
                    get("/me/goals/new", members()),
                    post("/me/goals/new", members()),
                    get("/me/goals/{id}", members()),
                    post("/me/goals/{id}/check-ins", members()),
                    post("/me/goals/{id}/show", members()),
                    post("/me/goals/{id}/delete", members()),
                    get("/me/follows", members()),
                    post("/follow", members()),
                    post("/unfollow", members()),
                    get("/me/notices", members()),
                    post("/me/notices/seen", members()),
                    get("/me/notices/settings", members()),
                    post("/me/notices/settings", members()),
                    post("/me/notices/settings/{slug}", members()),
                    get("/spaces/{slug}/feed/{format}", everyone()),
                    post("/spaces/{slug}/join", members()),
                    post("/spaces/{slug}/leave", members()),
                    get("/spaces/{slug}/settings", members()),
                    post("/spaces/{slug}/settings", members()),
                    post("/spaces/{slug}/close", members()),
                    post("/spaces/{slug}/reopen", members()),
                    get("/spaces/{slug}/members", members()),
                    post("/spaces/{slug}/members/{account}/{step}", members()),
                    post("/spaces/{slug}/invitations", members()),
                    post("/spaces/{slug}/invitations/lock", members()),
                    post("/spaces/{slug}/pins/{discussion}/{step}", members()),
                    get("/join/{secret}", everyone()),
                    // its secret stands in the form, for paths are kept in the trail
                    post("/join", members()),
                    get("/work/spaces", KEEP_SPACES),
                    get("/work/spaces/new", KEEP_SPACES),
                    post("/work/spaces/new", KEEP_SPACES),
                    get("/work/spaces/{id}", KEEP_SPACES),
                    post("/work/spaces/{id}", KEEP_SPACES),
                    post("/work/spaces/{id}/close", KEEP_SPACES),
                    post("/work/spaces/{id}/reopen", KEEP_SPACES),
                    post("/work/spaces/{id}/take-up", KEEP_SPACES),
                    get("/spaces/{slug}/new/{kind}", members()),
                    post("/spaces/{slug}/new/{kind}", members()),
                    post("/discussions/{id}/answers", members()));

    private CommunityAccess() {}
}
