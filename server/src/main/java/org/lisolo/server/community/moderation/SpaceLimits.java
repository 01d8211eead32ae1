package org.lisolo.server.community.moderation;

import org.lisolo.server.platform.Problem;

/**
 * What moderators ask of what is written in a space.
 *
 * @param holdFirst whether the first contribution of each person waits for a moderator
 * @param holdLinks whether links of newcomers do
 * @param slowMinutes how long a person waits before writing again; 0 for not at all
 * @param help to whom people can turn, shown beside each discussion; may be empty
 */
public record SpaceLimits(boolean holdFirst, boolean holdLinks, int slowMinutes, String help) {
    static final SpaceLimits NONE = new SpaceLimits(false, false, 0, "");
    static final int LONGEST_WAIT = 1_440;
    static final int LONGEST_HELP = 1_000;

    SpaceLimits checked() {
        if (slowMinutes < 0 || slowMinutes > LONGEST_WAIT) {
            throw Problem.invalid("moderation.problem.slowMinutes", LONGEST_WAIT).atField("slow");
        }
        if (help.length() > LONGEST_HELP) {
            throw Problem.invalid("moderation.problem.long", LONGEST_HELP).atField("help");
        }
        return this;
    }
}
