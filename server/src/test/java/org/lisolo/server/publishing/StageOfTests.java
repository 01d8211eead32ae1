package org.lisolo.server.publishing;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Outgoing;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Where there is no PDS: a network of tests. */
record StageOfTests(FakeNetwork network, Inbox inbox, Hospital hospital, Channel channel)
        implements Stage {
    private static final String COMMENT = "https://test.example/comment/";

    static StageOfTests open(FakeNetwork network, Inbox inbox, Hospital hospital) {
        return new StageOfTests(network, inbox, hospital, network.open(hospital.id()));
    }

    @Override
    public List<String> said() {
        return network.arrived(channel).stream()
                .map(Parcel::what)
                .filter(what -> what.replyTo() == null)
                .map(Outgoing::text)
                .toList();
    }

    private String comment() {
        return COMMENT + channel.id();
    }

    @Override
    public void comment(String words) {
        String ours = "https://test.example/" + network.arrived(channel).getFirst().id();
        Said comment =
                Said.in(hospital.id())
                        .on(channel.id())
                        .id(ours)
                        .by("maman_bijou")
                        .language("fr")
                        .reply(words)
                        .id(comment())
                        .at(Instant.now().minusSeconds(5));
        inbox.accept(List.of(comment.arrival()));
    }

    @Override
    public List<String> answers() {
        return network.arrived(channel).stream()
                .map(Parcel::what)
                .filter(what -> Objects.equals(what.replyTo(), comment()))
                .map(Outgoing::text)
                .toList();
    }
}
