package org.lisolo.server.channels.activitypub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.format.Deliveries;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;

import java.time.Instant;

class ActivityPubFormatTest {
    private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    @Test
    void whatAGroupPassesOnIsReadAsIfItCameDirectly() {
        MessageEvent edit =
                event(
                        "{'type':'Announce','id':'https://l/a/1','actor':'https://l/c/sante','object':"
                            + "{'type':'Update','actor':'https://l/u/awa','object':{'type':'Page','id':'https://l/post/1',"
                            + "'attributedTo':'https://l/u/awa','name':'Titre','content':'<p>a<br>b</p>',"
                            + "'updated':'2024-05-06T08:20:33+02:00'}}}");
        assertThat(edit.kind()).isEqualTo(EventKind.EDITED);
        assertThat(edit.author().handle()).isEqualTo("@awa@l");
        assertThat(edit.happenedAt()).isEqualTo(Instant.parse("2024-05-06T06:20:33Z"));
        assertThat(edit.text()).isEqualTo("a\nb");
    }

    @Test
    void aShareNamesWhatItSharesAndAnUndoDeletesIt() {
        MessageEvent share =
                event(
                        "{'type':'Announce','id':'https://m/1','actor':'https://m/users/a','object':'https://m/2'}");
        assertThat(share.shares()).isEqualTo("https://m/2");
        MessageEvent undo =
                event(
                        "{'type':'Undo','id':'https://m/3','actor':'https://m/users/a','object':"
                                + "{'type':'Announce','id':'https://m/1','object':'https://m/2'}}");
        assertThat(undo.kind()).isEqualTo(EventKind.DELETED);
        assertThat(undo.message()).isEqualTo(share.message());
    }

    @Test
    void aDeletionByBareIdOrTombstoneNamesThePost() {
        for (String object :
                new String[] {"'https://m/2'", "{'type':'Tombstone','id':'https://m/2'}"}) {
            MessageEvent deletion =
                    event("{'type':'Delete','actor':'https://m/users/a','object':" + object + "}");
            assertThat(deletion.kind()).isEqualTo(EventKind.DELETED);
            assertThat(deletion.networkId()).isEqualTo("https://m/2");
        }
    }

    @Test
    void theDeletionOfAnAccountIsNoMessage() {
        assertThat(
                        read(
                                "{'type':'Delete','actor':'https://m/users/a','object':'https://m/users/a'}"))
                .isInstanceOf(Reading.NothingToKeep.class);
    }

    @Test
    void onlyWhatIsAddressedToEveryoneIsPublic() {
        assertThat(note("'to':'" + PUBLIC + "'").visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(note("'to':['https://m/followers'],'cc':['as:Public']").visibility())
                .isEqualTo(Visibility.PUBLIC);
        assertThat(note("'to':['https://m/users/b']").visibility())
                .isEqualTo(Visibility.ORGANISATION);
        assertThat(note("'content':'a'").visibility())
                .as("the channel's")
                .isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void aPrivatePostInAPublicActivityStaysPrivate() {
        MessageEvent post =
                event(
                        "{'type':'Create','to':'"
                                + PUBLIC
                                + "','object':{'type':'Note','id':'https://m/1','to':'https://m/users/b'}}");
        assertThat(post.visibility()).isEqualTo(Visibility.ORGANISATION);
    }

    @Test
    void theContentWarningIsTheTitle() {
        assertThat(note("'summary':'parle de <b>mort</b>','content':'a'").title())
                .isEqualTo("parle de mort");
    }

    @Test
    void takesTheLanguageOfTheTextThatStands() {
        assertThat(note("'content':'moyo','contentMap':{'fr':'coeur','ln':'moyo'}").language())
                .isEqualTo("ln");
        assertThat(note("'contentMap':{'pt_BR':'olá'}").language()).isEqualTo("pt-BR");
        assertThat(note("'content':'a','contentMap':{'und':'a'}").language()).isNull();
    }

    @Test
    void aVoteInAPollIsNoPost() {
        assertThat(
                        read(
                                "{'type':'Create','object':{'type':'Note','id':'https://m/1','name':'oui',"
                                    + "'inReplyTo':'https://m/2'}}"))
                .isInstanceOf(Reading.NothingToKeep.class);
    }

    @Test
    void whatIsNotSentAlongCantBeRead() {
        assertThat(reason("{'type':'Create','object':'https://m/1'}"))
                .isEqualTo("activitypub.object-not-sent");
    }

    @Test
    void anActivityWrappedInItselfManyTimesIsNotUnderstood() {
        String nested = "{'type':'Like','object':'https://m/1'}";
        for (int i = 0; i < 10; i++) {
            nested = "{'type':'Announce','id':'https://m/a','object':" + nested + "}";
        }
        assertThat(reason(nested)).isEqualTo("activitypub.wrapped-too-often");
    }

    @Test
    void anEditWithoutATimeIsTheSameAtEachDelivery() {
        String update =
                "{'type':'Update','object':{'type':'Note','id':'https://m/1','content':'b'}}";
        assertThat(event(update).happenedAt()).isEqualTo(event(update).happenedAt());
    }

    private static MessageEvent note(String members) {
        return event("{'type':'Note','id':'https://m/1'," + members + "}");
    }

    private static MessageEvent event(String json) {
        return ((Reading.Understood) read(json)).events().getFirst();
    }

    private static String reason(String json) {
        return ((Reading.NotUnderstood) read(json)).reason().code();
    }

    private static Reading read(String json) {
        return Deliveries.read(new ActivityPubFormat(), json);
    }
}
