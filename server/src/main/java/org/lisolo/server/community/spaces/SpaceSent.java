package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.spaces.SpacePages.SettingsPage;
import org.lisolo.server.people.OrganisationId;

import java.util.Arrays;

/** A space as a form brings it. */
record SpaceSent(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String rules,
        @Nullable String subject,
        @Nullable String openness,
        @Nullable String cases,
        @Nullable String language,
        @Nullable String owner) {

    SpaceForm form(@Nullable OrganisationId organisation) {
        return new SpaceForm(
                orEmpty(name),
                orEmpty(purpose),
                orEmpty(rules),
                one(Subject.values(), subject, Subject.CONDITION),
                // whoever forgot to choose opens nothing to everybody
                one(Openness.values(), openness, Openness.MEMBERS),
                "true".equals(cases),
                organisation,
                SettingsPage.LANGUAGES.contains(orEmpty(language)) ? orEmpty(language) : "fr");
    }

    boolean isForPlatform() {
        return "platform".equals(owner);
    }

    private static <E extends Enum<E>> E one(E[] all, @Nullable String name, E otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.replace("\0", ""); // which no database holds
    }
}
