package org.lisolo.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Role;

import java.util.EnumSet;
import java.util.stream.Collectors;

class CastTest {
    @Test
    void hasSomeoneInEveryRole() {
        assertThat(
                        Cast.COLLEAGUES.stream()
                                .map(Cast.Colleague::role)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))))
                .containsExactlyInAnyOrderElementsOf(Role.ofOrganisations());
    }

    @Test
    void reachesNobodyInTheWorld() {
        assertThat(Cast.HOSPITAL.name()).contains("(démo)");
        assertThat(Cast.COLLEAGUES).allMatch(one -> one.email().endsWith("@example.org"));
        assertThat(Cast.COLLEAGUES).allMatch(one -> one.phone().startsWith("+243 000 "));
    }
}
