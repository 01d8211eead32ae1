package org.lisolo.server.platform;

import java.util.List;
import java.util.Map;

/**
 * A form that was refused, as it comes back on a page with several: all that was typed in it stands
 * there again, and nothing of it in the others.
 *
 * @param form by its name on the page; empty if none was sent
 * @param typed by the names of its fields
 */
public record Refused(String form, Map<String, String> typed, List<Problem> problems) {
    public static final Refused NOTHING = new Refused("", Map.of(), List.of());

    public static Refused of(String form, Map<String, String> typed, Problem problem) {
        return new Refused(form, typed, problem.all());
    }

    public boolean is(String name) {
        return form.equals(name);
    }

    /** What was typed in a field, or else what stands there when the page is first shown. */
    public String typed(String name, String field, String otherwise) {
        return is(name) ? typed.getOrDefault(field, "") : otherwise;
    }

    /** What was wrong in this form. */
    public List<Problem> problems(String name) {
        return is(name) ? problems : List.of();
    }
}
