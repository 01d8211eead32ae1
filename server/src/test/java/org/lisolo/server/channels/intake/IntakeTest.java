package org.lisolo.server.channels.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.ChannelSender;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.format.MalformedInputs;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ServerTest
class IntakeTest {
    private static final String SHARE =
            "{\"type\":\"Flag\",\"actor\":\"https://m/users/NAME\",\"object\":\"https://m/1\"}";

    @Autowired Intake intake;
    @Autowired Channels channels;
    @Autowired SetAsides asides;
    @Autowired Messages messages;
    @Autowired EventsController controller;

    private final OrganisationId hospital = new OrganisationId(UUID.randomUUID());

    @Test
    void everyMalformedLineIsAnsweredAndNoneIsLost() {
        for (ChannelKind kind : ChannelKind.values()) {
            Channel channel = open(kind);
            List<Line> lines = lines(MalformedInputs.make(1_000, 42));
            List<Answer> answers = intake.take(channel, lines);
            assertThat(answers).hasSize(1_000);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).line()).isEqualTo(i + 1);
                isKept(answers.get(i), lines.get(i));
            }
            intake.take(channel, lines)
                    .forEach(answer -> assertThat(answer).isNotInstanceOf(Answer.Accepted.class));
        }
    }

    /** What is accepted or set aside lies there with the same bytes. */
    private void isKept(Answer answer, Line line) {
        switch (answer) {
            case Answer.Accepted(_, UUID id) ->
                    assertThat(
                                    messages.payload(new EventId(id), Sight.ofStaff(hospital))
                                            .orElseThrow()
                                            .bytes())
                            .isEqualTo(line.bytes());
            case Answer.SetAside(_, UUID id, _) ->
                    assertThat(asides.find(id, hospital).payload()).isEqualTo(line.bytes());
            case Answer.Known _, Answer.Ignored _, Answer.Refused _ -> {}
        }
    }

    @Test
    void whatComesAgainIsKnownAndWaitsOnce() {
        Channel channel = open(ChannelKind.ACTIVITYPUB);
        List<Line> lines =
                texts(
                        "{\"type\":\"Note\",\"id\":\"https://m/1\",\"content\":\"a\"}",
                        SHARE,
                        "{\"type\":\"Like\"}");
        assertThat(intake.take(channel, lines))
                .extracting(answer -> answer.getClass().getSimpleName())
                .containsExactly("Accepted", "SetAside", "Ignored");
        List<Answer> again = intake.take(channel, lines);
        assertThat(again)
                .extracting(answer -> answer.getClass().getSimpleName())
                .containsExactly("Known", "SetAside", "Ignored");
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void anotherOrganisationSeesNothingOfWhatIsSetAside() {
        intake.take(open(ChannelKind.ACTIVITYPUB), texts(SHARE));
        UUID id = waiting().getFirst().id();
        OrganisationId other = new OrganisationId(UUID.randomUUID());
        assertThatThrownBy(() -> asides.find(id, other)).isInstanceOf(Problem.class);
        assertThat(asides.list(other, Optional.empty(), Optional.empty(), Optional.empty(), 10))
                .isEmpty();
        assertThat(asides.retryAll(other)).isEqualTo(new SetAsides.Retried(0, 0));
    }

    @Test
    void tryingAgainKeepsWaitingWhatIsStillNotUnderstood() {
        intake.take(open(ChannelKind.ACTIVITYPUB), texts(SHARE));
        assertThat(asides.retryAll(hospital)).isEqualTo(new SetAsides.Retried(0, 1));
        assertThat(waiting()).hasSize(1);
        SetAside one = waiting().getFirst();
        asides.discard(one);
        assertThat(waiting()).isEmpty();
        asides.restore(one);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void forgetsWhatNamesAnErasedPerson() {
        String name = UUID.randomUUID().toString();
        String named = SHARE.replace("NAME", name);
        Channel channel = open(ChannelKind.ACTIVITYPUB);
        intake.take(channel, texts(named, named.replace("/", "\\/"), SHARE));
        assertThat(waiting()).hasSize(3);
        asides.forget(
                new Erasure(List.of(), Set.<MessageId>of(), Set.of("https://m/users/" + name)));
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void streamsAnAnswerForEachLine() throws Exception {
        Channel channel = open(ChannelKind.LISOLO);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            body.append(i % 100 == 7 ? "oops" : event(i)).append('\n');
        }
        MockHttpServletResponse response = post(channel, "application/x-ndjson", body.toString());
        List<String> answers = response.getContentAsString().lines().toList();
        assertThat(answers).hasSize(2_500);
        assertThat(answers.get(0)).startsWith("{\"line\":1,\"status\":\"accepted\",\"id\":\"");
        assertThat(answers.get(7))
                .startsWith(
                        "{\"line\":8,\"status\":\"refused\",\"code\":\"json.syntax\",\"reason\":\"");
        assertThat(answers).filteredOn(answer -> answer.contains("refused")).hasSize(25);
    }

    @Test
    void takesADocumentAsItsElements() throws Exception {
        Channel channel = open(ChannelKind.LISOLO);
        String array = "[" + event(1) + ",\n" + event(1) + ", 7]";
        List<String> answers =
                post(channel, "application/json", array).getContentAsString().lines().toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(2)).contains("json.not-an-object");
    }

    private MockHttpServletResponse post(Channel channel, String type, String body)
            throws Exception {
        MockMvc mvc =
                MockMvcBuilders.standaloneSetup(controller)
                        .setCustomArgumentResolvers(new Speaks(channel))
                        .build();
        return mvc.perform(
                        MockMvcRequestBuilders.post("/api/v1/events")
                                .contentType(type)
                                .content(body))
                .andReturn()
                .getResponse();
    }

    private static String event(int i) {
        return "{\"event\":\"create\",\"id\":\"m"
                + i
                + "\",\"author\":{\"id\":\"a\"},\"text\":\"Mbote\"}";
    }

    private List<SetAside> waiting() {
        return asides.list(hospital, Optional.empty(), Optional.empty(), Optional.empty(), 100);
    }

    private Channel open(ChannelKind kind) {
        return channels.open(hospital, kind.code(), kind, Visibility.PUBLIC);
    }

    private static List<Line> texts(String... texts) {
        List<byte[]> bytes = new ArrayList<>();
        for (String text : texts) {
            bytes.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return lines(bytes);
    }

    private static List<Line> lines(List<byte[]> bytes) {
        List<Line> lines = new ArrayList<>();
        bytes.forEach(b -> lines.add(new Line(lines.size() + 1, b, false, 0)));
        return lines;
    }

    private record Speaks(Channel channel) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == ChannelSender.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return new ChannelSender(UUID.randomUUID(), channel);
        }
    }
}
