package org.lisolo.server.publishing.news;

import org.lisolo.server.directory.SocialPolicies;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Feeds;
import org.lisolo.server.platform.Feeds.Feed;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Sentences;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.news.NewsPages.Head;
import org.lisolo.server.publishing.news.NewsPages.Item;
import org.lisolo.server.publishing.news.NewsPages.ItemPage;
import org.lisolo.server.publishing.news.NewsPages.NewsPage;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** News as the public reads them. No account, no cookie, nothing kept. */
@Controller
@RequestMapping(News.PATH)
class NewsController {
    private static final int PAGE = 20;
    private static final int IN_FEED = 50;

    private final News news;
    private final Feeds feeds;
    private final SocialPolicies policies;
    private final CanonicalAddress addresses;
    private final Sentences sentences;

    NewsController(
            News news,
            Feeds feeds,
            SocialPolicies policies,
            CanonicalAddress addresses,
            Sentences sentences) {
        this.news = news;
        this.feeds = feeds;
        this.policies = policies;
        this.addresses = addresses;
        this.sentences = sentences;
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "") String from) {
        int start = start(from);
        News.Found found = news.latest(Optional.empty(), Optional.empty(), start, PAGE);
        var page =
                new NewsPage(
                        "",
                        News.PATH,
                        Optional.empty(),
                        List.of(),
                        found.items(),
                        "",
                        newer(News.PATH, start),
                        older(News.PATH, start, found.more()),
                        new Head(addresses.of(News.PATH), "", ""));
        return new ModelAndView("news/list", "page", page);
    }

    @GetMapping("/{organisation}")
    ModelAndView ofOne(
            @PathVariable UUID organisation, @RequestParam(defaultValue = "") String from) {
        return list(new OrganisationId(organisation), Optional.empty(), start(from));
    }

    @GetMapping("/{organisation}/topics/{topic}")
    ModelAndView ofTopic(
            @PathVariable UUID organisation,
            @PathVariable String topic,
            @RequestParam(defaultValue = "") String from) {
        Topic known =
                Topic.ofKey(topic).orElseThrow(() -> Problem.notFound("news.problem.unknown"));
        return list(new OrganisationId(organisation), Optional.of(known), start(from));
    }

    private ModelAndView list(OrganisationId organisation, Optional<Topic> topic, int start) {
        String name = news.name(organisation);
        String home = News.PATH + "/" + organisation;
        String path = home + topic.map(one -> "/topics/" + one.key()).orElse("");
        News.Found found = news.latest(Optional.of(organisation), topic, start, PAGE);
        var page =
                new NewsPage(
                        name,
                        home,
                        topic,
                        news.topics(organisation),
                        found.items(),
                        policies.address(organisation),
                        newer(path, start),
                        older(path, start, found.more()),
                        new Head(addresses.of(path), "", ""));
        return new ModelAndView("news/list", "page", page);
    }

    @GetMapping("/{organisation}/{post}")
    ModelAndView one(@PathVariable UUID organisation, @PathVariable UUID post) {
        var id = new OrganisationId(organisation);
        Item item = news.one(id, new PostId(post));
        String url = addresses.of(item.path());
        var head = new Head(url, item.beginning().replace('\n', ' '), NewsData.of(item, url));
        return new ModelAndView(
                "news/item", "page", new ItemPage(item, policies.address(id), head));
    }

    @GetMapping("/{organisation}/feed/{format}")
    ResponseEntity<byte[]> feed(
            @PathVariable UUID organisation,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String topic,
            Locale locale) {
        var id = new OrganisationId(organisation);
        Optional<Topic> about = Topic.ofKey(topic);
        String home = News.PATH + "/" + id + about.map(one -> "/topics/" + one.key()).orElse("");
        String self =
                News.PATH
                        + "/"
                        + id
                        + "/feed/"
                        + format
                        + about.map(one -> "?topic=" + one.key()).orElse("");
        var feed =
                new Feed(
                        sentences.say(locale, "news.of", news.name(id)),
                        home,
                        self,
                        news.latest(Optional.of(id), about, 0, IN_FEED).items().stream()
                                .map(NewsController::item)
                                .toList());
        return feeds.answer(format, feed)
                .orElseThrow(() -> Problem.notFound("news.problem.unknown"));
    }

    private static Feeds.Item item(Item one) {
        return new Feeds.Item(
                one.path(),
                one.name(),
                one.text(),
                one.by(),
                one.language(),
                one.at(),
                one.corrected());
    }

    private static int start(String from) {
        return from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
    }

    private static String newer(String path, int start) {
        return start == 0 ? "" : path + (start > PAGE ? "?from=" + (start - PAGE) : "");
    }

    private static String older(String path, int start, boolean more) {
        return more ? path + "?from=" + (start + PAGE) : "";
    }
}
