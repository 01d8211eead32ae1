package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The field of the form that names a successor. */
final class LeaveForm {
    private LeaveForm() {}

    static Optional<AccountId> successor(String typed) {
        try {
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AccountId(UUID.fromString(typed)));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("people.leave.successor.missing").atField("successor");
        }
    }

    /** By account, nobody first; empty where none is needed. */
    static Map<String, String> options(Departures.Leaving leaving) {
        Map<String, String> options = new LinkedHashMap<>();
        if (leaving.needsSuccessor()) {
            options.put("", "–");
            leaving.successors().forEach(one -> options.put(one.account().toString(), one.name()));
        }
        return options;
    }
}
