package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.testing.Atproto;
import org.lisolo.server.testing.Atproto.Person;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Tab;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** A real PDS, on which the hospital and somebody else have accounts. */
record StageOfBluesky(Channel channel, Person hospital, Person other) implements Stage {

    /** An administrator connects the channel by its page. */
    static StageOfBluesky open(Tab admin, Hospital hospital, Channels channels) {
        Atproto atproto = Atproto.running();
        Person account = atproto.person();
        String name = "Bluesky de l’hôpital";
        admin.go("/work/channels/new");
        admin.page().locator("#field-name").fill(name);
        admin.page().locator("#field-kind").selectOption("bluesky");
        admin.press("Ouvrir ce canal").follow("Compte Bluesky");
        String path = admin.page().url().replaceFirst("^https?://[^/]+", "");
        admin.page().locator("#field-handle").fill("@" + account.handle());
        admin.page().locator("#field-password").fill(account.password());
        admin.page().locator("#field-service").fill(atproto.service().toString());
        admin.press("Relier ce compte").sees(account.handle()).check("journey-connected");
        var id = new ChannelId(UUID.fromString(path.split("/")[3]));
        return new StageOfBluesky(
                channels.find(id, hospital.id()).orElseThrow(), account, atproto.person());
    }

    private List<JsonNode> posts(Predicate<JsonNode> wanted) {
        var found = new ArrayList<JsonNode>();
        hospital.posts().forEach(found::add);
        return found.reversed().stream().filter(wanted).toList();
    }

    private static boolean isAnswer(JsonNode post) {
        return !post.path("value").path("reply").isMissingNode();
    }

    private static List<String> words(List<JsonNode> posts) {
        return posts.stream().map(post -> post.path("value").path("text").asString()).toList();
    }

    @Override
    public List<String> said() {
        return words(posts(post -> !isAnswer(post)));
    }

    @Override
    public void comment(String words) {
        JsonNode ours = posts(post -> !isAnswer(post)).getFirst();
        ObjectNode reference =
                Atproto.object()
                        .put("uri", ours.path("uri").asString())
                        .put("cid", ours.path("cid").asString());
        ObjectNode reply = Atproto.object();
        reply.set("root", reference);
        reply.set("parent", reference.deepCopy());
        other.say(words, reply);
    }

    @Override
    public List<String> answers() {
        List<JsonNode> comments = new ArrayList<>();
        other.posts().forEach(comments::add);
        assertThat(comments).hasSize(1);
        String comment = comments.getFirst().path("uri").asString();
        return words(
                posts(
                        post ->
                                post.path("value")
                                        .path("reply")
                                        .path("parent")
                                        .path("uri")
                                        .asString("")
                                        .equals(comment)));
    }
}
