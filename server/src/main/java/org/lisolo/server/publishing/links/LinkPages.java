package org.lisolo.server.publishing.links;

import org.lisolo.server.platform.Problem;

import java.util.List;

/** What the pages on links show. */
public final class LinkPages {
    private LinkPages() {}

    /** The hosts whose links are tagged, one a line. */
    public record TagsPage(String hosts, List<Problem> problems) {}

    /**
     * The links of a post.
     *
     * @param path of the post
     */
    public record LinksPage(String path, List<Preview> previews) {}

    /**
     * A link as networks would show it, in words.
     *
     * @param host where it led in the end
     * @param title empty where the page has none
     * @param problem the key of the sentence that says why there is nothing to show; else empty
     */
    public record Preview(
            String address, String host, String title, String description, String problem) {}
}
