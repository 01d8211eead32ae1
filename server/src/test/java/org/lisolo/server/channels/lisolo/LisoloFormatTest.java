package org.lisolo.server.channels.lisolo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.format.Deliveries;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class LisoloFormatTest {
    @Test
    void readsAllThatItCanSay() {
        MessageEvent event =
                event(
                        "{'event':'edit','id':'m1','author':{'id':'a1','handle':'@awa','name':'Awa'},'text':'Mbote',"
                            + "'title':'T','html':'<b>Mbote</b>','language':'ln','inReplyTo':'m0','root':'m0','shares':'x',"
                            + "'visibility':'organisation','happenedAt':'2026-03-12T14:05:00+01:00','attachments':[{'mediaType':'image/png','alt':'une"
                            + " main','url':'https://h/1.png'}]}");
        assertThat(event.kind()).isEqualTo(EventKind.EDITED);
        assertThat(event.author().shown()).isEqualTo("Awa");
        assertThat(event.visibility()).isEqualTo(Visibility.ORGANISATION);
        assertThat(event.happenedAt()).isEqualTo(Instant.parse("2026-03-12T13:05:00Z"));
        assertThat(event.attachments().getFirst().altText()).isEqualTo("une main");
    }

    @Test
    void keepsTheBytesThatCameAlong() {
        Reading.Understood read =
                (Reading.Understood)
                        read(
                                "{'event':'create','id':'m1','author':{'id':'a'},'text':'','attachments':"
                                    + "[{'mediaType':'text/plain','bytes':'TWJvdGU='}]}");
        assertThat(read.files()).containsExactly("Mbote".getBytes(StandardCharsets.UTF_8));
        assertThat(read.events().getFirst().attachments().getFirst().content())
                .isEqualTo(ContentHash.of(read.files().getFirst()));
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(reason("{'id':'m1'}")).isEqualTo("lisolo.missing");
        assertThat(reason("{'event':'create','id':'m','author':{'id':'a'}}"))
                .isEqualTo("lisolo.missing");
        assertThat(reason("{'event':'create','id':'m','author':'a','text':''}"))
                .isEqualTo("lisolo.wrong-type");
        assertThat(reason("{'event':'make','id':'m','author':{'id':'a'},'text':''}"))
                .isEqualTo("lisolo.unknown-value");
        assertThat(reason("{'event':'edit','id':'m','author':{'id':'a'},'text':''}"))
                .isEqualTo("lisolo.missing");
        assertThat(reason("{'event':'delete','id':'m','author':{'id':'a'},'text':'x'}"))
                .isEqualTo("lisolo.content-in-deletion");
        assertThat(
                        reason(
                                "{'event':'create','id':'m','author':{'id':'a'},'text':'','hapenedAt':''}"))
                .isEqualTo("lisolo.unknown-member");
        assertThat(
                        reason(
                                "{'event':'create','id':'m','author':{'id':'a'},'text':'','happenedAt':'2026-01-01T10:00:00'}"))
                .isEqualTo("lisolo.not-a-time");
        assertThat(reason("{'event':'create','event':'create'}")).isEqualTo("json.duplicate-key");
        assertThat(reason("[]")).isEqualTo("json.not-an-object");
        assertThat(reason("{")).isEqualTo("json.syntax");
        assertThat(reason("{} {}")).isEqualTo("json.syntax");
        assertThat(reason("{'a':".repeat(100) + "1" + "}".repeat(100))).isEqualTo("json.limits");
    }

    @Test
    void bytesThatAreNoUtf8AreNotGuessedAt() {
        byte[] payload = "{\"event\":\"create\"}".getBytes(StandardCharsets.UTF_8);
        payload[3] = (byte) 0xFF;
        Reading reading = new LisoloFormat().read(payload, Deliveries.delivery());
        assertThat(((Reading.NotUnderstood) reading).reason().code()).isEqualTo("json.utf8");
        assertThat(((Reading.NotUnderstood) reading).reason().arguments()).containsExactly("3");
    }

    private static MessageEvent event(String json) {
        return ((Reading.Understood) read(json)).events().getFirst();
    }

    private static String reason(String json) {
        return ((Reading.NotUnderstood) read(json)).reason().code();
    }

    private static Reading read(String json) {
        return Deliveries.read(new LisoloFormat(), json);
    }
}
