package org.lisolo.server.publishing.news;

import org.lisolo.server.publishing.news.NewsPages.Item;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What search engines read of a piece of news: schema.org, safe to stand in a script element. */
final class NewsData {
    private static final JsonMapper JSON = new JsonMapper();

    private NewsData() {}

    static String of(Item item, String url) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("@context", "https://schema.org")
                        .put("@type", "NewsArticle")
                        .put("headline", item.name())
                        .put("inLanguage", item.language())
                        .put("datePublished", item.at().toString())
                        .put("dateModified", item.corrected().orElse(item.at()).toString())
                        .put("mainEntityOfPage", url)
                        .put("articleBody", item.text());
        node.putObject("publisher").put("@type", "MedicalOrganization").put("name", item.by());
        node.putObject("author").put("@type", "MedicalOrganization").put("name", item.by());
        return JSON.writeValueAsString(node)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
