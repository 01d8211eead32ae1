package org.lisolo.server.publishing.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How near in time another post is. It is told, and nothing is forbidden. */
public enum Nearness {
    FREE,
    /** Another one leaves less than half an hour before it or after it. */
    CLOSE,
    /** Another one leaves in the same minute. */
    SAME;

    static final Duration CLOSE_BY = Duration.ofMinutes(30);

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a post at this time, among these. */
    static Nearness of(Post post, Instant at, List<Post> others) {
        return others.stream()
                .filter(other -> !other.id().equals(post.id()) && meet(other, post))
                .map(other -> Duration.between(other.when(), at).abs())
                .map(Nearness::of)
                .max(Nearness::compareTo)
                .orElse(FREE);
    }

    /** Whether they are said on the same channel; where nobody chose, that is our own site. */
    private static boolean meet(Post one, Post other) {
        List<PostTarget> ours = one.content().targets();
        List<PostTarget> theirs = other.content().targets();
        return ours.isEmpty()
                || theirs.isEmpty()
                || ours.stream()
                        .anyMatch(
                                mine ->
                                        theirs.stream()
                                                .anyMatch(t -> t.channel().equals(mine.channel())));
    }

    /** Of a time, among what is planned and other times. */
    static Nearness of(Instant at, List<Post> planned, Collection<Instant> times) {
        return Stream.concat(planned.stream().map(Post::when), times.stream())
                .map(other -> of(Duration.between(other, at).abs()))
                .max(Nearness::compareTo)
                .orElse(FREE);
    }

    private static Nearness of(Duration apart) {
        return apart.compareTo(Duration.ofMinutes(1)) < 0
                ? SAME
                : apart.compareTo(CLOSE_BY) < 0 ? CLOSE : FREE;
    }
}
