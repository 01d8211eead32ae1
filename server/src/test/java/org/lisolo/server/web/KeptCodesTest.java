package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.community.moderation.Decision;
import org.lisolo.server.community.moderation.Reason;
import org.lisolo.server.monitoring.cases.CaseStep;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.rights.DataRequest;
import org.lisolo.server.publishing.posts.Step;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is kept as a code, and shown to the person or in the trail, has words in each language. */
class KeptCodesTest {
    private final Texts texts = new Texts();

    KeptCodesTest() throws IOException {}

    private void areThere(Stream<String> keys) {
        List<String> all = keys.toList();
        assertThat(all).isNotEmpty();
        for (Language language : Language.spoken(true)) {
            assertThat(all).as(language.code()).allMatch(key -> texts.has(language, key));
        }
    }

    private static Stream<String> keys(String beginning, Enum<?>... codes) {
        return Stream.of(codes).map(code -> beginning + code.name());
    }

    private static Stream<String> small(String beginning, Enum<?>... codes) {
        return Stream.of(codes).map(code -> beginning + code.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void theStepsOfCases() {
        areThere(keys("trail.action.CASE_", CaseStep.Kind.values()));
        areThere(small("monitoring.case.step.", CaseStep.Kind.values()));
    }

    @Test
    void theStepsOfPosts() {
        areThere(small("rights.post_step.", Step.Kind.values()));
    }

    @Test
    void whatModeratorsDecide() {
        areThere(keys("trail.action.MODERATION_", Decision.Kind.values()));
        areThere(small("moderation.kind.", Decision.Kind.values()));
        areThere(small("moderation.reason.", Reason.values()));
    }

    @Test
    void rolesAndActions() {
        areThere(keys("people.role.", Role.values()));
        areThere(keys("access.action.", Action.values()));
    }

    @Test
    void requestsAboutPersonalData() {
        areThere(small("rights.today.", DataRequest.Kind.values()));
        areThere(small("rights.state.", DataRequest.State.values()));
    }

    /** Accounts are written to in them. */
    @Test
    void languages() {
        areThere(small("rights.language.", Language.values()));
    }
}
