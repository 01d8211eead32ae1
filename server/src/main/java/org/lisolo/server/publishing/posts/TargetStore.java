package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.UUID;

/** On which channels each version of a post is said. */
@Repository
class TargetStore {
    /** Of the version {@code v}, as {@link #read} takes them. */
    static final String CHOSEN =
            """
            array(select t.channel::text from publishing.post_target t
                   where t.post = v.post and t.version = v.version order by t.place) as channels,
            array(select t.text from publishing.post_target t
                   where t.post = v.post and t.version = v.version order by t.place) as variants
            """;

    private final JdbcClient jdbc;

    TargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(PostId post, int version, List<PostTarget> targets) {
        jdbc.sql("delete from publishing.post_target where post = ? and version = ?")
                .params(post.value(), version)
                .update();
        for (int place = 0; place < targets.size(); place++) {
            PostTarget target = targets.get(place);
            jdbc.sql(
                            """
                            insert into publishing.post_target (post, version, place, channel, text)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(post.value(), version, place, target.channel().value(), target.text())
                    .update();
        }
    }

    void forget(UUID post) {
        jdbc.sql("update publishing.post_target set text = '' where post = ?").param(post).update();
    }

    static List<PostTarget> read(String[] channels, String[] variants) {
        return java.util.stream.IntStream.range(0, channels.length)
                .mapToObj(
                        i ->
                                new PostTarget(
                                        new ChannelId(UUID.fromString(channels[i])), variants[i]))
                .toList();
    }
}
