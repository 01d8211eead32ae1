package org.lisolo.server.people;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * The access table, for reading.
 *
 * @param role the one whose rights are shown; null for all
 */
public record WhoMayPage(List<Row> rows, @Nullable Role role) {
    public WhoMayPage {
        rows = List.copyOf(rows);
    }

    /** Who may do one thing. */
    public record Row(Action action, List<Group> groups) {
        public Row {
            groups = List.copyOf(groups);
        }
    }

    /** Roles that are shown texts of the same classes; of none where it shows no texts. */
    public record Group(List<Role> roles, List<VisibilityClass> classes) {
        public Group {
            roles = List.copyOf(roles);
            classes = List.copyOf(classes);
        }
    }

    static WhoMayPage of(@Nullable Role role) {
        var rows =
                Arrays.stream(Action.values())
                        .filter(action -> role == null || action.isOpenTo(Set.of(role)))
                        .map(action -> new Row(action, groups(action)))
                        .toList();
        return new WhoMayPage(rows, role);
    }

    private static List<Group> groups(Action action) {
        var groups = new LinkedHashMap<List<VisibilityClass>, List<Role>>();
        for (Role role : Role.values()) {
            if (action.isOpenTo(Set.of(role))) {
                var classes = action.shows(Set.of(role)).stream().sorted().toList();
                groups.computeIfAbsent(classes, _ -> new ArrayList<>()).add(role);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getValue(), group.getKey()))
                .toList();
    }
}
