package org.lisolo.server.channels.activitypub;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Languages;
import org.lisolo.server.channels.format.PlainText;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** The words of a post. */
record Content(
        @Nullable String title, String text, @Nullable String html, @Nullable String language) {
    static final Content NONE = new Content(null, "", null, null);

    static Content of(ActivityObject post) {
        String markup = markup(post);
        boolean html = markup != null && isHtml(post);
        String words = markup == null ? "" : html ? PlainText.of(markup) : markup;
        String choices = choices(post);
        String text =
                choices.isEmpty() ? words : words.isEmpty() ? choices : words + "\n\n" + choices;
        return new Content(title(post), text, html ? markup : null, language(post, markup));
    }

    private static @Nullable String markup(ActivityObject post) {
        String content = post.string("content");
        if (content != null) {
            return content;
        }
        List<Map.Entry<String, String>> texts = post.texts("contentMap");
        return texts.isEmpty() ? null : texts.getFirst().getValue();
    }

    /** HTML unless said otherwise (ActivityStreams vocabulary, {@code content}). */
    private static boolean isHtml(ActivityObject post) {
        String mediaType = post.string("mediaType");
        return mediaType == null
                || !(mediaType.startsWith("text/plain") || mediaType.startsWith("text/markdown"));
    }

    /** What a poll lets one choose from are words of its author too. */
    private static String choices(ActivityObject post) {
        StringBuilder choices = new StringBuilder();
        for (String property : List.of("oneOf", "anyOf")) {
            for (ActivityObject choice : post.objects(property)) {
                String name = choice.string("name");
                if (name != null) {
                    choices.append(choices.isEmpty() ? "" : "\n").append("- ").append(name);
                }
            }
        }
        return choices.toString();
    }

    /** A heading, a content warning, or both. An article's summary repeats its words: left out. */
    private static @Nullable String title(ActivityObject post) {
        String name = plain(post, "name", "nameMap");
        String summary = plain(post, "summary", "summaryMap");
        if (name == null) {
            return summary;
        }
        return summary != null && post.isTrue("sensitive") && !summary.equals(name)
                ? name + " – " + summary
                : name;
    }

    private static @Nullable String plain(ActivityObject post, String property, String map) {
        String value = post.string(property);
        if (value == null && !post.texts(map).isEmpty()) {
            value = post.texts(map).getFirst().getValue();
        }
        if (value == null) {
            return null;
        }
        String plain = PlainText.of(value);
        return plain.isEmpty() ? null : plain;
    }

    private static @Nullable String language(ActivityObject post, @Nullable String markup) {
        List<Map.Entry<String, String>> texts = post.texts("contentMap");
        for (var text : texts) {
            if (texts.size() == 1 || text.getValue().equals(markup)) {
                return Languages.orNull(text.getKey());
            }
        }
        for (String property : List.of("language", "inLanguage")) {
            JsonNode value = post.json().path(property);
            JsonNode tag = value.isObject() ? value.path("identifier") : value;
            String language = tag.isString() ? Languages.orNull(tag.stringValue()) : null;
            if (language != null) {
                return language;
            }
        }
        return ofContext(post);
    }

    private static @Nullable String ofContext(ActivityObject post) {
        for (ActivityObject context : post.objects("@context")) {
            String language = Languages.orNull(context.string("@language"));
            if (language != null) {
                return language;
            }
        }
        return null;
    }
}
