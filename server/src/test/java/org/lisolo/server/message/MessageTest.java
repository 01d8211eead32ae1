package org.lisolo.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Said;

import java.util.List;

class MessageTest {
    private final Said first = Said.somewhere().text("un");

    @Test
    void standsAsItWasLastEdited() {
        Said second = first.edited("deux");
        Message message = message(first, second, second.edited("trois"));
        assertThat(message.current().text()).isEqualTo("trois");
        assertThat(message.edited()).isTrue();
    }

    @Test
    void putsTwoEditsThatCameOutOfOrderRight() {
        Said second = first.edited("deux");
        Said third = second.edited("trois");
        Message message = message(third, first, second);
        assertThat(message.versions())
                .extracting(MessageEvent::text)
                .containsExactly("un", "deux", "trois");
    }

    @Test
    void findsThePlaceOfAnEditThatCameBeforeItsCreation() {
        Message alone = message(first.edited("deux"));
        assertThat(alone.current().text()).isEqualTo("deux");
        Message both = message(first.edited("deux"), first);
        assertThat(both.first().text()).isEqualTo("un");
        assertThat(both.current().text()).isEqualTo("deux");
    }

    @Test
    void putsTheCreationFirstEvenIfItsClockIsWrong() {
        Message message = message(first.edited("deux"), first.at(first.at().plusSeconds(9_999)));
        assertThat(message.current().text()).isEqualTo("deux");
    }

    @Test
    void keepsTheDeletedText() {
        Message message = message(first, first.deleted());
        assertThat(message.deleted()).isTrue();
        assertThat(message.current().text()).isEqualTo("un");
    }

    @Test
    void isDeletedThoughTheDeletionCameFirst() {
        Message alone = message(first.deleted());
        assertThat(alone.deleted()).isTrue();
        assertThat(alone.versions()).isEmpty();
        assertThat(message(first.deleted(), first).deleted()).isTrue();
    }

    private static Message message(Said... said) {
        List<MessageEvent> events = List.of(said).stream().map(Said::event).toList();
        return new Message(events.getFirst().message(), events);
    }
}
