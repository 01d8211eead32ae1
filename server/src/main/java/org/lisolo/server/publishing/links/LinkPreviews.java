package org.lisolo.server.publishing.links;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.lisolo.server.platform.Shortened;
import org.lisolo.server.platform.fetch.Fetched;
import org.lisolo.server.platform.fetch.Fetches;
import org.lisolo.server.platform.fetch.Limits;
import org.lisolo.server.publishing.links.LinkPages.Preview;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at the pages behind links, through the guard of fetches, and tells what networks would show
 * of them. Their pictures are never fetched: whoever reads our pages is not told to theirs.
 */
@Component
public class LinkPreviews {
    private static final int MOST = 3;
    private static final Limits LIMITS =
            new Limits(
                    1_000_000,
                    Duration.ofSeconds(5),
                    3,
                    Set.of("text/html", "application/xhtml+xml"));

    private final ObjectProvider<Fetches> fetches;

    LinkPreviews(ObjectProvider<Fetches> fetches) {
        this.fetches = fetches;
    }

    /** Of the first few links in a text. */
    public List<Preview> of(String text) {
        return Links.in(text).stream().limit(MOST).map(this::of).toList();
    }

    private Preview of(URI link) {
        return of(link, fetches.getObject().get(link, LIMITS, Map.of("Accept", "text/html")));
    }

    static Preview of(URI link, Fetched fetched) {
        return switch (fetched) {
            case Fetched.Answer answer when answer.status() / 100 == 2 -> read(link, answer);
            case Fetched.Answer _ -> nothing(link, "links.problem.status");
            case Fetched.Refused refused ->
                    nothing(
                            link,
                            switch (refused.why()) {
                                case SIZE -> "links.problem.size";
                                case MEDIA_TYPE -> "links.problem.type";
                                case SCHEME, USER_INFO, PORT, HOST, ADDRESS, REDIRECTS ->
                                        "links.problem.refused";
                            });
            case Fetched.Failed _ -> nothing(link, "links.problem.away");
        };
    }

    private static Preview nothing(URI link, String problem) {
        return new Preview(link.toString(), Links.host(link), "", "", problem);
    }

    private static Preview read(URI link, Fetched.Answer answer) {
        try (var body = new ByteArrayInputStream(answer.body())) {
            Document page = Jsoup.parse(body, null, answer.from().toString());
            String title = first(meta(page, "og:title"), page.title());
            String description = first(meta(page, "og:description"), meta(page, "description"));
            return new Preview(
                    link.toString(),
                    Links.host(answer.from()),
                    shortened(title, 150),
                    shortened(description, 300),
                    title.isEmpty() ? "links.problem.title" : "");
        } catch (IOException _) {
            return nothing(link, "links.problem.away");
        }
    }

    private static String meta(Document page, String name) {
        return page.select("meta[property], meta[name]").stream()
                .filter(tag -> name.equals(tag.attr("property")) || name.equals(tag.attr("name")))
                .map(LinkPreviews::content)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String content(Element tag) {
        return tag.attr("content").strip();
    }

    private static String first(String one, String other) {
        return Stream.of(one, other).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static String shortened(String text, int most) {
        return Shortened.of(text.replaceAll("\\s+", " "), most);
    }
}
