package org.lisolo.server.community.search;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.Before;
import org.lisolo.server.community.following.Timeline;
import org.lisolo.server.community.search.SearchPages.SearchPage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Search over the community. */
@Controller
class CommunitySearchController {
    private static final String HERE = "/discussions/search";
    private static final int PAGE = 20;
    private static final int LONGEST = 200;

    private final CommunitySearch search;
    private final Spaces spaces;
    private final Readers readers;

    CommunitySearchController(CommunitySearch search, Spaces spaces, Readers readers) {
        this.search = search;
        this.spaces = spaces;
        this.readers = readers;
    }

    @GetMapping(HERE)
    ModelAndView found(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String before) {
        Reader reader = readers.of(who);
        Optional<Space> space =
                in.isEmpty()
                        ? Optional.empty()
                        : Optional.of(spaces.enter(in.replace("\0", ""), reader));
        String typed = q.substring(0, Math.min(q.length(), LONGEST));
        Asked asked = Asked.of(typed);
        UUID from = Before.of(before);
        boolean first = from.equals(Before.NOW);
        var said =
                asked.isEmpty()
                        ? new Timeline.Found(List.of(), Optional.empty())
                        : search.said(asked, reader, space, from, PAGE);
        boolean wide = first && space.isEmpty() && !asked.isEmpty();
        return new ModelAndView(
                "found/page",
                "page",
                new SearchPage(
                        typed,
                        space,
                        wide ? search.spaces(asked, reader) : List.of(),
                        wide ? search.people(asked, reader) : List.of(),
                        said.rows(),
                        first ? "" : address(typed, in, ""),
                        said.next().map(next -> address(typed, in, next.toString())).orElse("")));
    }

    /** Of a page of it. */
    static String address(String q, String in, String before) {
        var address = UriComponentsBuilder.fromPath(HERE).queryParam("q", "{q}");
        if (!in.isEmpty()) {
            address.queryParam("in", in);
        }
        if (!before.isEmpty()) {
            address.queryParam("before", before);
        }
        return address.encode().buildAndExpand(q).toUriString();
    }
}
