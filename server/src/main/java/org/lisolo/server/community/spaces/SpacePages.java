package org.lisolo.server.community.spaces;

import java.util.List;

/** What the pages of spaces show. */
public final class SpacePages {
    private SpacePages() {}

    /** All that the reader may know of. */
    public record ListPage(List<Space> spaces) {}
}
