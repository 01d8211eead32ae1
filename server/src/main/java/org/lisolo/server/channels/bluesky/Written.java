package org.lisolo.server.channels.bluesky;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.bluesky.Facets.Facet;
import org.lisolo.server.channels.bluesky.Facets.Feature;
import org.lisolo.server.message.ContentHash;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes records ({@code app.bsky.feed.post}): of the same the same, sign by sign. */
final class Written {
    static final JsonMapper JSON = new JsonMapper();

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    /** A CID of version 1, of bytes as they are, by SHA-256 of 32 bytes. */
    private static final byte[] RAW_SHA_256 = {0x01, 0x55, 0x12, 0x20};

    private Written() {}

    /** A picture as the record names it. */
    record Shown(ContentHash hash, String mediaType, int size, String alt) {}

    /**
     * A post.
     *
     * @param created when it was first said, however often it was changed since
     * @param reply what it answers, as {@link #reply} makes it
     * @param didOf an account's name for good by its handle, if there is such an account
     */
    static ObjectNode post(
            String text,
            @Nullable String language,
            Instant created,
            @Nullable JsonNode reply,
            List<Shown> pictures,
            Function<String, Optional<String>> didOf) {
        ObjectNode post = JSON.createObjectNode();
        post.put("$type", BlueskyFormat.POST);
        post.put("text", text);
        ArrayNode facets = facets(text, didOf);
        if (!facets.isEmpty()) {
            post.set("facets", facets);
        }
        if (reply != null) {
            post.set("reply", reply);
        }
        if (!pictures.isEmpty()) {
            post.set("embed", images(pictures));
        }
        if (language != null) {
            post.set("langs", JSON.createArrayNode().add(language));
        }
        post.put("createdAt", created.truncatedTo(ChronoUnit.MILLIS).toString());
        return post;
    }

    private static ArrayNode facets(String text, Function<String, Optional<String>> didOf) {
        ArrayNode facets = JSON.createArrayNode();
        for (Facet facet : Facets.in(text)) {
            feature(facet.feature(), didOf).ifPresent(one -> facets.add(facet(facet, one)));
        }
        return facets;
    }

    private static ObjectNode facet(Facet facet, ObjectNode feature) {
        ObjectNode node = JSON.createObjectNode();
        node.putObject("index").put("byteStart", facet.start()).put("byteEnd", facet.end());
        node.putArray("features").add(feature);
        return node;
    }

    private static Optional<ObjectNode> feature(
            Feature feature, Function<String, Optional<String>> didOf) {
        ObjectNode node = JSON.createObjectNode();
        return switch (feature) {
            case Feature.Link link ->
                    Optional.of(node.put("$type", kind("link")).put("uri", link.uri()));
            case Feature.Tag tag ->
                    Optional.of(node.put("$type", kind("tag")).put("tag", tag.tag()));
            case Feature.Mention mention ->
                    didOf.apply(mention.handle())
                            .map(did -> node.put("$type", kind("mention")).put("did", did));
        };
    }

    private static String kind(String feature) {
        return "app.bsky.richtext.facet#" + feature;
    }

    private static ObjectNode images(List<Shown> pictures) {
        ObjectNode embed = JSON.createObjectNode().put("$type", "app.bsky.embed.images");
        ArrayNode images = embed.putArray("images");
        for (Shown picture : pictures) {
            ObjectNode image = images.addObject();
            image.put("alt", picture.alt());
            ObjectNode blob = image.putObject("image");
            blob.put("$type", "blob");
            blob.putObject("ref").put("$link", cid(picture.hash()));
            blob.put("mimeType", picture.mediaType()).put("size", picture.size());
        }
        return embed;
    }

    /** The name that the network gives to bytes of this hash. */
    static String cid(ContentHash hash) {
        byte[] digest = HexFormat.of().parseHex(hash.hex());
        byte[] bytes = new byte[RAW_SHA_256.length + digest.length];
        System.arraycopy(RAW_SHA_256, 0, bytes, 0, RAW_SHA_256.length);
        System.arraycopy(digest, 0, bytes, RAW_SHA_256.length, digest.length);
        StringBuilder cid = new StringBuilder("b");
        int held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = ((held << 8) | (one & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                cid.append(BASE32.charAt((held >>> bits) & 0x1f));
            }
        }
        return bits == 0
                ? cid.toString()
                : cid.append(BASE32.charAt((held << (5 - bits)) & 0x1f)).toString();
    }

    /**
     * That a post answers another.
     *
     * @param parent as {@code com.atproto.repo.getRecord} gives it
     */
    static JsonNode reply(JsonNode parent) {
        ObjectNode direct = reference(parent);
        JsonNode root = parent.path("value").path("reply").path("root");
        ObjectNode reply = JSON.createObjectNode();
        reply.set("root", root.isObject() ? reference(root) : direct);
        reply.set("parent", direct);
        return reply;
    }

    /** The same as a record of ours tells it. */
    static @Nullable JsonNode replyOf(JsonNode record) {
        JsonNode reply = record.path("reply");
        if (!reply.isObject()) {
            return null;
        }
        ObjectNode same = JSON.createObjectNode();
        same.set("root", reference(reply.path("root")));
        same.set("parent", reference(reply.path("parent")));
        return same;
    }

    private static ObjectNode reference(JsonNode of) {
        return JSON.createObjectNode()
                .put("uri", of.path("uri").asString(""))
                .put("cid", of.path("cid").asString(""));
    }
}
