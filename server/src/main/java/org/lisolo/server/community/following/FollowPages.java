package org.lisolo.server.community.following;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.community.words.Hashtag;
import org.lisolo.server.community.words.Markup;
import org.lisolo.server.platform.Shortened;

import java.time.Instant;
import java.util.List;

/** What the pages of what somebody follows show. */
public final class FollowPages {
    private static final int BEGINNING = 240;

    private FollowPages() {}

    /**
     * Something that was said.
     *
     * @param opens whether a discussion begins with it
     * @param title of the discussion
     * @param warning of what may be hard to read; empty for none
     */
    public record Row(
            ContributionId id,
            String path,
            boolean opens,
            String title,
            String author,
            String text,
            String warning,
            String language,
            Instant at) {
        public String beginning() {
            return Shortened.of(Markup.plain(text), BEGINNING);
        }
    }

    /** What is new of what one follows. */
    public record HomePage(List<Row> rows, boolean followsNothing, String newer, String older) {}

    /**
     * What bears a hashtag.
     *
     * @param followed whether the reader follows it
     */
    public record TagPage(
            String tag, boolean followed, List<Row> rows, String newer, String older) {
        public String path() {
            return Hashtag.path(tag);
        }

        public Source source() {
            return Source.ofTag(tag);
        }
    }

    /**
     * Something followed.
     *
     * @param path of its page; empty where there is none
     */
    public record Followed(Source source, String name, String path) {}

    /** All that one follows. */
    public record FollowsPage(List<Followed> followed, String newer, String older) {}
}
