package org.lisolo.server.publishing.campaigns;

import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.CsvWriter;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.CampaignId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.campaigns.CampaignPages.EditPage;
import org.lisolo.server.publishing.campaigns.CampaignPages.Link;
import org.lisolo.server.publishing.campaigns.CampaignPages.ListPage;
import org.lisolo.server.publishing.campaigns.CampaignPages.OnePage;
import org.lisolo.server.publishing.campaigns.ResultStore.CampaignPost;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.library.LibraryFilter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Campaigns: planned, looked at, compared, taken along. */
@Controller
class CampaignsController {
    private static final int PAGE = 25;
    private static final int MOST_PIECES = 500;
    private static final List<String> COLUMNS =
            List.of("day", "post", "piece", "channel", "replies", "enquiries", "likes", "clicks");

    private final Campaigns campaigns;
    private final CampaignStore store;
    private final ShortLinkStore links;
    private final ResultStore results;
    private final Outcomes outcomes;
    private final Library library;
    private final Channels channels;
    private final CanonicalAddress addresses;
    private final Clock clock;

    CampaignsController(
            Campaigns campaigns,
            CampaignStore store,
            ShortLinkStore links,
            ResultStore results,
            Outcomes outcomes,
            Library library,
            Channels channels,
            CanonicalAddress addresses,
            Clock clock) {
        this.campaigns = campaigns;
        this.store = store;
        this.links = links;
        this.results = results;
        this.outcomes = outcomes;
        this.library = library;
        this.channels = channels;
        this.addresses = addresses;
        this.clock = clock;
    }

    private LocalDate today(SignedIn who) {
        return LocalDate.ofInstant(clock.instant(), who.zone());
    }

    @GetMapping(Campaigns.PATH)
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String from) {
        int start = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        List<Campaign> found = store.list(who.organisation(), start, PAGE + 1);
        boolean more = found.size() > PAGE;
        var page =
                new ListPage(
                        more ? found.subList(0, PAGE) : found,
                        today(who),
                        start == 0 ? "" : Campaigns.PATH + "?from=" + Math.max(0, start - PAGE),
                        more ? Campaigns.PATH + "?from=" + (start + PAGE) : "",
                        who.may(Action.WRITE_CAMPAIGNS));
        return new ModelAndView("campaigns/list", "page", page);
    }

    @GetMapping(Campaigns.PATH + "/new")
    ModelAndView begin(@AuthenticationPrincipal SignedIn who) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("begins", today(who).toString());
        return edit(who, Campaigns.PATH + "/new", new CampaignForm(fields), List.of());
    }

    @PostMapping(Campaigns.PATH + "/new")
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = new CampaignForm(typed);
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            return edit(who, Campaigns.PATH + "/new", form, problems);
        }
        CampaignId id = campaigns.add(who, form.plan().orElseThrow(), form.pieces());
        next.addFlashAttribute("notice", Notice.of("campaigns.notice.kept"));
        return new ModelAndView("redirect:" + Campaigns.PATH + "/" + id);
    }

    @GetMapping(Campaigns.PATH + "/{id}/edit")
    ModelAndView edit(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Campaign campaign = campaigns.own(who.organisation(), new CampaignId(id));
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("name", campaign.plan().name());
        fields.add("goal", campaign.plan().goal());
        fields.add("audience", campaign.plan().audience());
        fields.add("hashtags", campaign.plan().hashtags());
        fields.add("begins", campaign.plan().begins().toString());
        fields.add("ends", campaign.plan().ends().toString());
        fields.add("version", Integer.toString(campaign.version()));
        campaign.pieces().forEach(piece -> fields.add("piece", piece.toString()));
        return edit(who, campaign.path() + "/edit", new CampaignForm(fields), List.of());
    }

    @PostMapping(Campaigns.PATH + "/{id}/edit")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        Campaign campaign = campaigns.own(who.organisation(), new CampaignId(id));
        var form = new CampaignForm(typed);
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            return edit(who, campaign.path() + "/edit", form, problems);
        }
        try {
            campaigns.change(
                    who, campaign.id(), form.version(), form.plan().orElseThrow(), form.pieces());
        } catch (Problem problem) {
            return edit(who, campaign.path() + "/edit", form, List.of(problem));
        }
        next.addFlashAttribute("notice", Notice.of("campaigns.notice.kept"));
        return new ModelAndView("redirect:" + campaign.path());
    }

    private ModelAndView edit(
            SignedIn who, String path, CampaignForm form, List<Problem> problems) {
        Map<String, String> pieces = new LinkedHashMap<>();
        library.list(who.organisation(), LibraryFilter.ALL, MOST_PIECES)
                .forEach(
                        piece ->
                                pieces.put(
                                        piece.id().toString(),
                                        piece.content().shownIn("fr").title()));
        var page =
                new ModelAndView(
                        "campaigns/edit", "page", new EditPage(path, form, pieces, problems));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @GetMapping(Campaigns.PATH + "/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page(
                who, campaigns.own(who.organisation(), new CampaignId(id)), Map.of(), List.of());
    }

    @PostMapping(Campaigns.PATH + "/{id}/links")
    ModelAndView shorten(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        Campaign campaign = campaigns.own(who.organisation(), new CampaignId(id));
        try {
            campaigns.shorten(
                    who,
                    campaign.id(),
                    typed.getOrDefault("address", "").strip(),
                    Addresses.id(typed.get("post")).map(PostId::new),
                    Addresses.id(typed.get("channel")).map(ChannelId::new));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            ModelAndView page = page(who, campaign, typed, List.of(problem));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        next.addFlashAttribute("notice", Notice.of("campaigns.notice.link"));
        return new ModelAndView("redirect:" + campaign.path() + "#links");
    }

    /** Says for which campaign a post is. */
    @PostMapping("/work/posts/{id}/campaign")
    ModelAndView choose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String campaign,
            RedirectAttributes next) {
        campaigns.choose(who, new PostId(id), Addresses.id(campaign).map(CampaignId::new));
        next.addFlashAttribute("notice", Notice.of("campaigns.notice.chosen"));
        return new ModelAndView("redirect:/work/posts/" + id);
    }

    private ModelAndView page(
            SignedIn who, Campaign campaign, Map<String, String> typed, List<Problem> problems) {
        Map<String, String> posts = new LinkedHashMap<>();
        for (CampaignPost post : results.posts(campaign.id())) {
            posts.put(post.id().toString(), post.name());
        }
        Map<String, String> pieces = new LinkedHashMap<>();
        campaign.pieces()
                .forEach(
                        id ->
                                library.find(who.organisation(), id)
                                        .ifPresent(
                                                piece ->
                                                        pieces.put(
                                                                id.toString(),
                                                                piece.content()
                                                                        .shownIn("fr")
                                                                        .title())));
        Map<String, String> names = channels.names(who.organisation());
        CampaignResults came = outcomes.of(who, campaign);
        LocalDate last = earlier(campaign.plan().ends(), today(who));
        var page =
                new OnePage(
                        campaign,
                        came,
                        last.isBefore(campaign.plan().begins())
                                ? List.of()
                                : came.byDay(campaign.plan().begins(), last),
                        pieces,
                        posts,
                        names,
                        links(campaign, posts, names),
                        typed,
                        today(who),
                        who.may(Action.WRITE_CAMPAIGNS),
                        who.may(Action.EXPORT_CAMPAIGNS),
                        problems);
        return new ModelAndView("campaigns/one", "page", page);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private List<Link> links(
            Campaign campaign, Map<String, String> posts, Map<String, String> names) {
        return links.of(campaign.id()).stream()
                .map(
                        link ->
                                new Link(
                                        link,
                                        addresses.of(link.path()),
                                        link.post()
                                                .map(
                                                        post ->
                                                                posts.getOrDefault(
                                                                        post.toString(), ""))
                                                .orElse(""),
                                        link.channel()
                                                .map(c -> names.getOrDefault(c.toString(), ""))
                                                .orElse("")))
                .toList();
    }

    @GetMapping(Campaigns.PATH + "/{id}/results.csv")
    void table(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        Campaign campaign = campaigns.own(who.organisation(), new CampaignId(id));
        CampaignResults came = outcomes.of(who, campaign);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"campagne.csv\"");
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        try (CsvWriter csv = new CsvWriter(response.getWriter())) {
            csv.row(COLUMNS);
            came.days()
                    .forEach(
                            day ->
                                    csv.row(
                                            List.of(
                                                    day.day().toString(),
                                                    day.post(),
                                                    day.piece(),
                                                    day.channel(),
                                                    Long.toString(day.replies()),
                                                    Long.toString(day.enquiries()),
                                                    came.likes(day)
                                                            .map(Object::toString)
                                                            .orElse(""),
                                                    Long.toString(day.clicks()))));
        }
    }
}
