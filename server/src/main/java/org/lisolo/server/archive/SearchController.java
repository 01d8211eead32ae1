package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.archive.Headlines.Piece;
import org.lisolo.server.archive.Searches.Results;
import org.lisolo.server.archive.Searches.Tally;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.SetApart;
import org.lisolo.server.message.Sight;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.message.Whereabouts;
import org.lisolo.server.message.Whereabouts.Spot;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Search: over everything public for all, over the archive for staff. */
@Controller
class SearchController {
    private static final ZoneId ZONE_OF_STRANGERS = ZoneId.of("Africa/Kinshasa");

    private final Searches searches;
    private final Headlines headlines;
    private final Channels channels;
    private final SetApart setApart;
    private final FoundBeside foundBeside;
    private final Whereabouts whereabouts;

    SearchController(
            Searches searches,
            Headlines headlines,
            Channels channels,
            SetApart setApart,
            FoundBeside foundBeside,
            Whereabouts whereabouts) {
        this.searches = searches;
        this.headlines = headlines;
        this.channels = channels;
        this.setApart = setApart;
        this.foundBeside = foundBeside;
        this.whereabouts = whereabouts;
    }

    @GetMapping("/search")
    ModelAndView everyone(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long until) {
        SearchForm form = SearchForm.of(Map.of("q", q));
        SearchQuery query = form.query(setApart.sight(who), ZONE_OF_STRANGERS, false);
        Cursor cursor = cursor(before, until);
        Results results =
                form.isEmpty() ? Results.NONE : searches.find(query, cursor, Searches.PAGE);
        SearchPage page =
                new SearchPage(
                        form,
                        Map.of(),
                        rows(results, query, Map.of(), this::warned),
                        form.isEmpty() ? Tally.NONE : searches.count(query, top(cursor)),
                        Optional.ofNullable(results.reached()),
                        before == null,
                        older("/search", form, results),
                        "",
                        List.of());
        List<FoundBeside.Entry> beside =
                form.isEmpty() || before != null ? List.of() : foundBeside.find(form.q(), who);
        return new ModelAndView(
                "archive/public-search",
                "page",
                new PublicSearchPage(page, beside, foundBeside.more(form.q())));
    }

    @GetMapping("/work/archive")
    ModelAndView staff(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long until,
            @AuthenticationPrincipal SignedIn who) {
        SearchForm form = SearchForm.of(typed);
        Map<String, String> names = channels.names(who.organisation());
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            SearchPage page =
                    new SearchPage(
                            form,
                            names,
                            List.of(),
                            Tally.NONE,
                            Optional.empty(),
                            true,
                            "",
                            "",
                            problems);
            return new ModelAndView("archive/search", "page", page);
        }
        SearchQuery query = form.query(Sight.of(who, Action.SEARCH_ARCHIVE), who.zone(), true);
        Cursor cursor = cursor(before, until);
        Results results = searches.find(query, cursor, Searches.PAGE);
        SearchPage page =
                new SearchPage(
                        form,
                        names,
                        rows(results, query, names, _ -> Optional.empty()),
                        searches.count(query, top(cursor)),
                        Optional.ofNullable(results.reached()),
                        before == null,
                        older("/work/archive", form, results),
                        form.address("/work/archive.csv"),
                        List.of());
        return new ModelAndView("archive/search", "page", page);
    }

    private Cursor cursor(@Nullable Long before, @Nullable Long until) {
        return before == null || until == null ? searches.top() : new Cursor(before, until);
    }

    private static Cursor top(Cursor cursor) {
        return Cursor.from(cursor.until());
    }

    private static String older(String path, SearchForm form, Results results) {
        Cursor next = results.next();
        return next == null ? "" : form.address(path, next);
    }

    /** Where words stand that everybody opens for themselves. */
    private Optional<Spot> warned(Message message) {
        return whereabouts.of(message).filter(spot -> !spot.warning().isEmpty());
    }

    private List<SearchPage.Row> rows(
            Results results,
            SearchQuery query,
            Map<String, String> channelNames,
            Function<Message, Optional<Spot>> warned) {
        var pieces = headlines.of(results.found(), query.wanted());
        return results.found().stream()
                .map(
                        found -> {
                            Message message = found.message();
                            MessageEvent version = found.version();
                            Optional<Spot> spot = warned.apply(message);
                            return new SearchPage.Row(
                                    message.id(),
                                    version.author().shown(),
                                    channelNames.getOrDefault(version.channel().toString(), ""),
                                    version.happenedAt(),
                                    spot.map(one -> List.of(new Piece(one.title(), false)))
                                            .orElse(pieces.getOrDefault(version.id(), List.of())),
                                    spot.map(Spot::warning).orElse(""),
                                    message.edited(),
                                    message.deleted(),
                                    version.visibility() != Visibility.PUBLIC);
                        })
                .toList();
    }
}
