package org.lisolo.server.archive;

/**
 * Where a page of results begins. What comes into the log while one reads on changes nothing: a
 * search looks no further than where the log ended on its first page.
 *
 * @param before only positions below this one
 * @param until only positions up to this one
 */
record Cursor(long before, long until) {
    static Cursor from(long newest) {
        return new Cursor(Long.MAX_VALUE, newest);
    }
}
