package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.format.Deliveries;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;

import java.time.Instant;

class BlueskyFormatTest {
    private static final String POST = "at://did:plc:awa/app.bsky.feed.post/3k";

    @Test
    void anUpdateIsAnEditAtTheTimeOfTheStream() {
        MessageEvent edit =
                event(commit("update", "{'text':'corrigé','createdAt':'2020-01-01T00:00:00Z'}"));
        assertThat(edit.kind()).isEqualTo(EventKind.EDITED);
        assertThat(edit.networkId()).isEqualTo(POST);
        assertThat(edit.happenedAt()).isEqualTo(Instant.parse("2026-07-04T14:38:08.094841Z"));
    }

    @Test
    void aDeletionNamesThePost() {
        MessageEvent deletion =
                event(
                        "{'did':'did:plc:awa','time_us':1783175888094841,'kind':'commit','commit':"
                            + "{'operation':'delete','collection':'app.bsky.feed.post','rkey':'3k'}}");
        assertThat(deletion.kind()).isEqualTo(EventKind.DELETED);
        assertThat(deletion.networkId()).isEqualTo(POST);
    }

    @Test
    void aPostFromTheFutureHappenedWhenTheStreamSawIt() {
        MessageEvent post =
                event(commit("create", "{'text':'a','createdAt':'2099-01-01T00:00:00Z'}"));
        assertThat(post.happenedAt()).isEqualTo(Instant.parse("2026-07-04T14:38:08.094841Z"));
    }

    @Test
    void keepsPicturesWithTheirWordsAndTheQuotedPost() {
        MessageEvent post =
                event(
                        commit(
                                "create",
                                "{'text':'a','embed':{'$type':'app.bsky.embed.recordWithMedia',"
                                    + "'record':{'record':{'uri':'at://did:plc:b/app.bsky.feed.post/1'}},'media':{'images':[{'alt':'une"
                                    + " affiche','image':{'mimeType':'image/png',"
                                    + "'ref':{'$link':'bafy'}}}]}}}"));
        assertThat(post.shares()).isEqualTo("at://did:plc:b/app.bsky.feed.post/1");
        Attachment picture = post.attachments().getFirst();
        assertThat(picture.altText()).isEqualTo("une affiche");
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.url()).endsWith("?did=did%3Aplc%3Aawa&cid=bafy");
    }

    @Test
    void keepsLinksByBytesNotCharactersAndEscapesTheWords() {
        MessageEvent post =
                event(
                        commit(
                                "create",
                                "{'text':'é<b>"
                                    + " lien','facets':[{'index':{'byteStart':6,'byteEnd':10},"
                                    + "'features':[{'uri':'https://sante.cd/?a=1&b=2'}]},"
                                    + "{'index':{'byteStart':0,'byteEnd':2},'features':[{'uri':'javascript:alert(1)'}]},"
                                    + "{'index':{'byteStart':0,'byteEnd':900},'features':[{'uri':'https://x'}]}]}"));
        assertThat(post.text()).isEqualTo("é<b> lien");
        assertThat(post.html())
                .isEqualTo("é&lt;b&gt; <a href=\"https://sante.cd/?a=1&amp;b=2\">lien</a>");
    }

    @Test
    void identitiesAndLikesAreNothingToKeep() {
        assertThat(read("{'did':'did:plc:a','time_us':1,'kind':'identity','identity':{}}"))
                .isInstanceOf(Reading.NothingToKeep.class);
        assertThat(
                        read(
                                "{'did':'d','time_us':1,'kind':'commit','commit':{'operation':'create',"
                                    + "'collection':'app.bsky.feed.like','rkey':'1','record':{}}}"))
                .isInstanceOf(Reading.NothingToKeep.class);
    }

    @Test
    void aCommitWithoutItsPartsIsNotUnderstood() {
        assertThat(read(commit("create", "7"))).isInstanceOf(Reading.NotUnderstood.class);
        assertThat(read(commit("create", "{'text':{}}"))).isInstanceOf(Reading.NotUnderstood.class);
        assertThat(read(commit("erase", "{}"))).isInstanceOf(Reading.NotUnderstood.class);
        assertThat(read(commit("create", "{'text':'a'}").replace("1783175888094841", "1e30")))
                .isInstanceOf(Reading.NotUnderstood.class);
    }

    private static String commit(String operation, String record) {
        return "{'did':'did:plc:awa','time_us':1783175888094841,'kind':'commit','commit':{'operation':'"
                + operation
                + "','collection':'app.bsky.feed.post','rkey':'3k','record':"
                + record
                + "}}";
    }

    private static MessageEvent event(String json) {
        return ((Reading.Understood) read(json)).events().getFirst();
    }

    private static Reading read(String json) {
        return Deliveries.read(new BlueskyFormat(), json);
    }
}
