package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.Objects;

/** A space as somebody fills it in. */
public record SpaceForm(
        String name,
        String purpose,
        String rules,
        Subject subject,
        Openness openness,
        boolean cases,
        @Nullable OrganisationId organisation,
        String language) {
    static final int LONGEST_NAME = 80;
    static final int LONGEST_PURPOSE = 500;
    static final int LONGEST_RULES = 4_000;

    /** An open one of the platform's own. */
    public static SpaceForm open(String name, String purpose, String rules, Subject subject) {
        return new SpaceForm(name, purpose, rules, subject, Openness.OPEN, false, null, "fr");
    }

    /** One as it is, to be changed. */
    static SpaceForm of(Space space) {
        return new SpaceForm(
                space.name(),
                space.purpose(),
                space.rules(),
                space.subject(),
                space.openness(),
                space.cases(),
                space.organisation(),
                space.language());
    }

    public SpaceForm with(Openness other, boolean withCases) {
        return new SpaceForm(
                name, purpose, rules, subject, other, withCases, organisation, language);
    }

    public SpaceForm of(OrganisationId other) {
        return new SpaceForm(name, purpose, rules, subject, openness, cases, other, language);
    }

    Space space(SpaceId id, String slug, Instant opened) {
        check(name, 1, LONGEST_NAME, "name");
        check(purpose, 1, LONGEST_PURPOSE, "purpose");
        check(rules, 0, LONGEST_RULES, "rules");
        if (cases && openness == Openness.MEMBERS) {
            throw Problem.invalid("spaces.problem.cases").atField("cases");
        }
        return new Space(
                id,
                slug,
                name.strip(),
                purpose.strip(),
                rules.strip(),
                subject,
                openness,
                cases,
                organisation,
                Objects.requireNonNullElse(language, "fr"),
                opened,
                null);
    }

    private static void check(String text, int least, int most, String field) {
        if (text.strip().length() < least) {
            throw Problem.invalid("spaces.problem.missing." + field).atField(field);
        }
        if (text.strip().length() > most) {
            throw Problem.invalid("spaces.problem.tooLong", most).atField(field);
        }
    }
}
