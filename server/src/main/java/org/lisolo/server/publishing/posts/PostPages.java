package org.lisolo.server.publishing.posts;

import org.lisolo.server.archive.WordDifferences;
import org.lisolo.server.channels.Appearance;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.message.Fate;
import org.lisolo.server.people.Role;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Finding;
import org.lisolo.server.publishing.gate.Saying;
import org.lisolo.server.publishing.gate.Target;
import org.lisolo.server.publishing.gate.Verdict;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the pages of posts show. */
public final class PostPages {
    private PostPages() {}

    /** Topics by their keys, in the words of the reader, for a list to choose from. */
    public static Map<String, String> topics(UnaryOperator<String> words) {
        Map<String, String> topics = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            topics.put(topic.key(), words.apply("publishing.topic." + topic.key()));
        }
        return topics;
    }

    /** Posts in one state. */
    public record PostsPage(
            PostState view,
            Map<PostState, Long> counts,
            List<Row> rows,
            String newer,
            String older,
            boolean mayWrite) {
        public static final List<PostState> VIEWS =
                List.of(
                        PostState.DRAFT,
                        PostState.ASKED,
                        PostState.APPROVED,
                        PostState.SENT,
                        PostState.TAKEN_DOWN,
                        PostState.DISCARDED);
    }

    /** A post in a list. */
    public record Row(Post post, String author, boolean waitsForReader, boolean failed) {}

    /**
     * What the gate says of a draft, with how each network shows it.
     *
     * @param channels their names by id
     */
    public record CheckPage(
            Post post,
            Verdict verdict,
            Set<String> overruled,
            List<Shown> shown,
            List<PostPicture> pictures,
            Map<String, String> channels,
            boolean kept,
            boolean mayOverrule) {
        public String state() {
            return verdict.state(overruled);
        }

        /** A finding's words among those around it. */
        public Around around(Finding finding) {
            String part = parts(post.content()).getOrDefault(finding.part(), "");
            return Around.of(part, finding.span().start(), finding.span().end());
        }

        /** The channel whose own words it is about; empty if it is about other words. */
        public String channel(Finding finding) {
            return channelOf(finding.part(), channels);
        }

        /** Those of its pictures that fit there. */
        public List<PostPicture> pictures(Shown shown) {
            int most = shown.target().limits().pictures().most();
            return pictures.subList(0, Math.min(most, pictures.size()));
        }

        public boolean isOverruled(Finding finding) {
            return overruled.contains(finding.key());
        }
    }

    /** The words before and after. */
    public record Around(String before, String after) {
        private static final int SEEN = 60;

        static Around of(String part, int from, int to) {
            int start = Math.min(from, part.length());
            int end = Math.min(to, part.length());
            return new Around(last(part.substring(0, start)), first(part.substring(end)));
        }

        private static String last(String before) {
            int space = before.length() <= SEEN ? 0 : before.indexOf(' ', before.length() - SEEN);
            return space <= 0 ? before : "…" + before.substring(space);
        }

        private static String first(String after) {
            int space = after.length() <= SEEN ? -1 : after.lastIndexOf(' ', SEEN);
            return space < 0 ? after : after.substring(0, space) + " …";
        }
    }

    /** What was written, by the names of the fields. */
    static Map<String, String> parts(PostContent content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", content.title());
        parts.put("text", content.text());
        parts.put("brief", content.brief());
        content.variants().forEach((channel, text) -> parts.put(Draft.VARIANT + channel, text));
        parts.put("sources", content.sources());
        return parts;
    }

    static String channelOf(String part, Map<String, String> channels) {
        return part.startsWith(Draft.VARIANT)
                ? channels.getOrDefault(part.substring(Draft.VARIANT.length()), "")
                : "";
    }

    /** A draft as one network shows it. */
    public record Shown(Target target, Saying saying, int length) {
        /** Whether the network takes it. */
        public boolean fits() {
            return target.limits().takes(saying.text());
        }

        public List<Appearance.Stretch> words() {
            return target.looks().words().apply(saying.text());
        }
    }

    /**
     * A channel to choose.
     *
     * @param speaksAs the account's name there; empty where the channel is closed
     */
    public record Choice(String id, String name, ChannelKind kind, String speaksAs) {
        public boolean isOpen() {
            return !speaksAs.isEmpty();
        }
    }

    /**
     * One post.
     *
     * @param form what is typed, where it can be written
     * @param choices where it can be said
     * @param turn whose turn it is to agree
     * @param approvers who could, by name
     * @param due by when; then the reserve may too
     * @param remarks on passages of it
     * @param hashtags that the organisation uses
     * @param changes against the version that somebody was asked about before
     * @param news where the public reads it; empty where it does not
     * @param reply whom it answers, if it does
     */
    public record PostPage(
            Post post,
            PostForm form,
            List<Choice> choices,
            CheckPage check,
            List<Done> done,
            Optional<Role> turn,
            List<String> approvers,
            Optional<Instant> due,
            List<Remarks.Shown> remarks,
            List<String> hashtags,
            List<Change> changes,
            List<Leaving> leaving,
            List<PostPicture> pictures,
            ReleasesPart releases,
            String news,
            Optional<Reply> reply,
            PostCampaigns.Choice campaign,
            Rights rights,
            List<Problem> problems) {
        public boolean isOpen() {
            return post.state() == PostState.DRAFT && rights.mayWrite();
        }
    }

    /** What the reader may do with it. */
    public record Rights(boolean mayWrite, boolean mayApprove, boolean mayOverrule) {}

    /** A step with the name of who took it; empty where the server did. */
    public record Done(Step step, String by) {}

    /**
     * A part that changed.
     *
     * @param channel whose own words these are; empty where they are common to all
     */
    public record Change(String part, String channel, List<WordDifferences.Piece> pieces) {}

    /**
     * One version.
     *
     * @param before the number of the one that it is held against; 0 if it is the first
     */
    public record VersionPage(Post post, int before, List<Change> changes) {}

    /** What became of it on one channel. */
    public record Leaving(String channel, Fate fate) {}

    /** What did not leave yet. */
    public record OutboxPage(List<Unsent> unsent) {}

    /** One of them. */
    public record Unsent(Fate fate, String channel, String name, String path, Instant since) {}

    /**
     * The order of approval.
     *
     * @param hours that each step may take; empty for any
     * @param role of the reserve
     * @param person in reserve
     * @param people who could be
     */
    public record ApprovalPage(
            ApprovalOrder order,
            String hours,
            String role,
            String person,
            Map<String, String> people,
            List<Problem> problems) {
        /** How long a step may take, in hours. */
        public static final List<Integer> HOURS = List.of(1, 2, 4, 8, 24, 48);

        /** How many places the form has. */
        public static final int PLACES = 3;

        public String at(List<Role> roles, int place) {
            return place < roles.size() ? roles.get(place).name() : "";
        }
    }
}
