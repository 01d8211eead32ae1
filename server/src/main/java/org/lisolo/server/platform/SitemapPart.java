package org.lisolo.server.platform;

import java.time.Instant;
import java.util.List;

/**
 * Pages of a module that search engines may read; each bean stands in {@code /sitemap.xml}. It
 * lists nothing that a stranger can't open.
 */
public interface SitemapPart {
    /** In the addresses of its files, {@code discussions}. */
    String name();

    /** How many pages there are. */
    long count();

    /**
     * Some of them, always in the same order.
     *
     * @param from how many come before
     */
    List<Page> pages(long from, int most);

    /** A page. */
    record Page(String path, Instant changed) {}
}
