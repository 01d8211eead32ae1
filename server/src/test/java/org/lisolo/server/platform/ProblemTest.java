package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.lisolo.server.platform.Problem.Kind;

/** Which mistakes are for the form that they were made in. */
class ProblemTest {
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NOT_SIGNED_IN", "FORBIDDEN", "NOT_FOUND", "GONE"})
    void goesOnToAPageOfItsOwnWhereNoFormMendsIt(Kind kind) {
        Problem problem = Problem.of(kind, "key");
        assertThatThrownBy(problem::forForm).isSameAs(problem);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"NOT_SIGNED_IN", "FORBIDDEN", "NOT_FOUND", "GONE"})
    void comesBackWithTheFormWhereItIsMendedThere(Kind kind) {
        Problem problem = Problem.of(kind, "key");
        assertThat(problem.forForm()).isSameAs(problem);
    }
}
