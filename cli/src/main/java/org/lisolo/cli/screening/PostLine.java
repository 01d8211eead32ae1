package org.lisolo.cli.screening;

import org.lisolo.screening.Post;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.Locale;

/**
 * A line of input.
 *
 * @param id as written, for a number is answered by a number
 */
record PostLine(String id, boolean idIsNumber, Post post) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Why a line cannot be read: a key of the wording and what it names. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String key;
        private final transient Object argument;

        Unreadable(String key, Object argument) {
            super(key, null, false, false);
            this.key = key;
            this.argument = argument;
        }

        String sentence(Locale locale) {
            return Wording.of(key, locale, argument);
        }
    }

    static PostLine read(String json) throws Unreadable {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("input.object", "");
            }
            return new Fields(parser).read();
        } catch (JacksonException e) {
            throw new Unreadable("input.json", place(e));
        }
    }

    /** Where it stops being JSON; never what is written there. */
    private static String place(JacksonException e) {
        return e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getColumnNr());
    }

    private static final class Fields {
        private final JsonParser parser;
        private String id = "";
        private boolean hasId;
        private boolean idIsNumber;
        private boolean hasText;
        private boolean saysLinks;
        private Post post = Post.of("");

        Fields(JsonParser parser) {
            this.parser = parser;
        }

        PostLine read() throws Unreadable {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                field(name, parser.nextToken());
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || !hasId || !hasText) {
                throw new Unreadable("input.object", "");
            }
            if (post.text().length() > Post.MAX_LENGTH) {
                throw new Unreadable("input.long", Post.MAX_LENGTH);
            }
            if (!saysLinks) {
                String text = post.text();
                post = post.withLink(text.contains("https://") || text.contains("http://"));
            }
            return new PostLine(id, idIsNumber, post);
        }

        private void field(String name, JsonToken token) throws Unreadable {
            switch (name) {
                case "id" -> {
                    hasId = token.isScalarValue() && token != JsonToken.VALUE_NULL;
                    idIsNumber = token.isNumeric();
                    id = hasId ? parser.getString() : "";
                }
                case "text" -> {
                    hasText = token == JsonToken.VALUE_STRING;
                    post = post.withText(string(token));
                }
                case "lang" -> post = post.withLang(string(token));
                case "author" -> post = post.withAuthor(string(token));
                case "channel" -> post = post.withChannel(string(token));
                case "links" -> {
                    saysLinks = token != JsonToken.VALUE_NULL;
                    post = post.withLink(isSome(token));
                }
                case "media" -> post = post.withMedia(isSome(token));
                case "inReplyTo" -> post = post.withReply(isSome(token));
                case "event" -> post = post.withEvent(event(string(token)));
                default -> {}
            }
            parser.skipChildren();
        }

        private String string(JsonToken token) {
            return token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getString() : "";
        }

        /**
         * Whether a value says that there is something: true, a text, a number or a list of some.
         */
        private boolean isSome(JsonToken token) {
            return switch (token) {
                case VALUE_TRUE, START_OBJECT -> true;
                case VALUE_STRING -> !parser.getString().isEmpty();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> !parser.getString().equals("0");
                case START_ARRAY -> !isEmptyArray();
                default -> false;
            };
        }

        private boolean isEmptyArray() {
            int depth = 1;
            boolean empty = true;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return empty;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                empty &= depth == 0;
            }
            return empty;
        }

        private static Post.Event event(String written) throws Unreadable {
            return switch (written) {
                case "", "create", "created" -> Post.Event.CREATED;
                case "edit", "edited" -> Post.Event.EDITED;
                case "delete", "deleted" -> Post.Event.DELETED;
                default -> throw new Unreadable("input.event", "");
            };
        }
    }
}
