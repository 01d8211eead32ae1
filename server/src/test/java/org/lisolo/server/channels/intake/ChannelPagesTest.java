package org.lisolo.server.channels.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Proof;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ServerTest
class ChannelPagesTest {
    @Autowired WebApplicationContext context;
    @Autowired Channels channels;
    @Autowired Intake intake;
    @Autowired SetAsides asides;

    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    private Hospital hospital;
    private SignedIn admin;
    private MockMvc mvc;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        admin = hospital.admin().signedIn();
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void aTokenIsShownOnceAndOnlyToItsOrganisation() throws Exception {
        Channel channel = channel(ChannelKind.LISOLO);
        String path = "/work/channels/" + channel.id();
        MvcResult made =
                mvc.perform(
                                as(admin, post(path + "/tokens"))
                                        .with(csrf())
                                        .param("name", "Le pont")
                                        .param("days", "90"))
                        .andReturn();
        String token = String.valueOf(made.getFlashMap().get("made"));
        assertThat(token).startsWith("lisolo_").hasSizeGreaterThan(45);
        String once =
                mvc.perform(as(admin, get(path)).flashAttr("made", token))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(once).contains(token);
        keep("channel", once);
        assertThat(page(admin, path)).contains("Le pont").doesNotContain(token);
        assertThat(status(someone(Role.ADMIN), path)).isEqualTo(404);
        assertThat(isDenied(response(inRole(Role.READER), get(path)))).isTrue();
    }

    @Test
    void whatIsSetAsideIsShownAndNeverRuns() throws Exception {
        Channel channel = channel(ChannelKind.ACTIVITYPUB);
        String payload =
                "{\"type\":\"Flag\",\"content\":\"<script>alert(1)</script>\u202E\u0001\",\"a\":\"b\"}";
        Line line = new Line(1, payload.getBytes(StandardCharsets.UTF_8), false, 0);
        intake.take(channel, List.of(line));
        UUID id = waiting();
        assertThat(page(admin, "/work/set-aside")).contains("/work/set-aside/" + id);
        String one = page(admin, "/work/set-aside/" + id);
        assertThat(one)
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert")
                .contains("‹U+202E›‹U+0001›");
        String file = "/work/set-aside/" + id + "/payload?purpose=case&reason=x";
        MockHttpServletResponse bytes = response(admin, get(file));
        assertThat(bytes.getContentAsByteArray()).isEqualTo(line.bytes());
        assertThat(bytes.getHeader("Content-Disposition")).startsWith("attachment");
        for (String path : List.of("/work/set-aside/" + id, file)) {
            assertThat(status(someone(Role.ADMIN), path)).isEqualTo(404);
            assertThat(isDenied(response(inRole(Role.COMMUNICATOR), get(path)))).isTrue();
            assertThat(isDenied(mvc.perform(get(path)).andReturn().getResponse())).isTrue();
        }
    }

    @Test
    void theOtherPagesAreShown() throws Exception {
        assertThat(page(admin, "/work/channels")).contains("/work/channels/new");
        channel(ChannelKind.BLUESKY);
        assertThat(page(admin, "/work/channels")).contains("Bluesky");
        page(admin, "/work/channels/new");
        assertThat(page(admin, "/work/import")).contains("multipart/form-data");
        String wrong =
                mvc.perform(as(admin, post("/work/channels/new")).with(csrf()).param("name", " "))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(wrong).contains("field-");
    }

    @Test
    void aFormThatIsNotOursChangesNothing() throws Exception {
        MockHttpServletRequestBuilder forged =
                as(admin, post("/work/channels/new")).param("name", "x").param("kind", "lisolo");
        assertThat(isDenied(mvc.perform(forged).andReturn().getResponse())).isTrue();
        assertThat(channels.all(admin.organisation())).isEmpty();
    }

    private UUID waiting() {
        return asides.list(
                        admin.organisation(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1)
                .getFirst()
                .id();
    }

    private Channel channel(ChannelKind kind) {
        return channels.open(admin.organisation(), "Page", kind, Visibility.PUBLIC);
    }

    private String page(SignedIn who, String path) throws Exception {
        MockHttpServletResponse response = response(who, get(path));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        String html = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).as("texts are not missing").doesNotContain(">channels.");
        keep(path.replaceAll("[0-9a-f-]{36}", "one").replace('/', '_').substring(1), html);
        return html;
    }

    /** The error page is forwarded to, which this test does not follow. */
    private static boolean isDenied(MockHttpServletResponse response) {
        return response.getStatus() == 302 || "/error".equals(response.getForwardedUrl());
    }

    /** To be looked at by a person. */
    private static void keep(String name, String html) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    private int status(SignedIn who, String path) throws Exception {
        return response(who, get(path)).getStatus();
    }

    private MockHttpServletResponse response(SignedIn who, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(as(who, request)).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder as(
            SignedIn who, MockHttpServletRequestBuilder request) {
        var signedIn = new TestingAuthenticationToken(who, "", "ROLE_USER");
        Instant now = Instant.now();
        return request.with(authentication(signedIn))
                .sessionAttr("proof", new Proof(true, now, now))
                .accept("text/html");
    }

    private SignedIn inRole(Role role) {
        return hospital.staff().get(role).signedIn();
    }

    /** Of another organisation. */
    private SignedIn someone(Role role) {
        return Hospital.open(organisations, accounts).staff().get(role).signedIn();
    }
}
