package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class ActionTest {
    @Test
    void showsNothingThatIsNotPublicByAPasswordAlone() {
        var everyone = EnumSet.allOf(Role.class);
        assertThat(Action.values())
                .filteredOn(
                        action ->
                                !Set.of(VisibilityClass.PUBLIC).containsAll(action.shows(everyone)))
                .allMatch(Action::needsSecondFactor);
    }

    @Test
    void isOpenToSomebody() {
        assertThat(Action.values()).allMatch(action -> action.isOpenTo(List.of(Role.values())));
    }

    @Test
    void showsWhoHasTwoRolesWhatEitherShows() {
        var both = Set.of(Role.MODERATOR, Role.READER);
        assertThat(Action.SEARCH_ARCHIVE.shows(both))
                .containsExactlyInAnyOrder(VisibilityClass.PUBLIC, VisibilityClass.ORGANISATION);
        assertThat(Action.SEARCH_ARCHIVE.shows(Set.of(Role.MODERATOR)))
                .containsExactly(VisibilityClass.PUBLIC);
        assertThat(Action.SEARCH_ARCHIVE.shows(Set.of(Role.TRAINER))).isEmpty();
    }

    @Test
    void isReadFromThePageWithoutLoss() {
        var shown = WhoMayPage.of(null).rows();
        assertThat(shown).extracting(WhoMayPage.Row::action).containsExactly(Action.values());
        for (WhoMayPage.Row row : shown) {
            for (WhoMayPage.Group group : row.groups()) {
                for (Role role : group.roles()) {
                    assertThat(row.action().shows(Set.of(role)))
                            .containsExactlyInAnyOrderElementsOf(group.classes());
                }
            }
            assertThat(row.groups().stream().mapToLong(group -> group.roles().size()).sum())
                    .isEqualTo(
                            Arrays.stream(Role.values())
                                    .filter(role -> row.action().isOpenTo(Set.of(role)))
                                    .count());
        }
    }
}
