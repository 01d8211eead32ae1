package org.lisolo.server.community.search;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.archive.FoundBeside;
import org.lisolo.server.community.Before;
import org.lisolo.server.community.following.FollowPages.Row;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spaces, discussions and people for the search over everything public. */
@Component
class SearchBeside implements FoundBeside {
    /** Of each kind. */
    private static final int MOST = 3;

    private static final int LOOKED_AT = 20;

    private final CommunitySearch search;
    private final Readers readers;

    SearchBeside(CommunitySearch search, Readers readers) {
        this.search = search;
        this.readers = readers;
    }

    @Override
    public List<Entry> find(String typed, @Nullable SignedIn who) {
        Asked asked = Asked.of(typed);
        if (asked.isEmpty()) {
            return List.of();
        }
        Reader reader = readers.of(who);
        List<Entry> found = new ArrayList<>();
        search.spaces(asked, reader).stream()
                .limit(MOST)
                .map(
                        one ->
                                new Entry(
                                        "following.kind.space",
                                        one.name(),
                                        one.language(),
                                        one.path()))
                .forEach(found::add);
        found.addAll(discussions(asked, reader));
        search.people(asked, reader).stream()
                .filter(one -> !one.page().isEmpty())
                .limit(MOST)
                .map(one -> new Entry("following.kind.person", one.name(), "", one.page()))
                .forEach(found::add);
        return found;
    }

    /** Each once, by what was said last in it. */
    private List<Entry> discussions(Asked asked, Reader reader) {
        Set<String> paths = new HashSet<>();
        return search.said(asked, reader, Optional.empty(), Before.NOW, LOOKED_AT).rows().stream()
                .filter(row -> paths.add(row.path().replaceFirst("#.*", "")))
                .limit(MOST)
                .map(SearchBeside::entry)
                .toList();
    }

    private static Entry entry(Row row) {
        return new Entry("following.kind.discussion", row.title(), row.language(), row.path());
    }

    @Override
    public String more(String typed) {
        return CommunitySearchController.address(typed, "", "");
    }
}
