package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.platform.LocalPath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A form that was sent when its sender had to show again who they are: its fields lie hidden in the
 * page that asks for it, and from there are sent to where they were meant for. So nothing typed is
 * lost, and nothing of it is kept here meanwhile.
 *
 * @param action where it was meant for; empty for no form
 */
public record CarriedForm(String action, List<Field> fields) {
    /** Where the page is made that carries it. */
    public static final String PAGE = "/confirm/form";

    static final CarriedForm NONE = new CarriedForm("", List.of());

    private static final String ATTRIBUTE = CarriedForm.class.getName();
    private static final Set<String> OF_THE_PAGE = Set.of("next", "shown", "again", "credential");
    private static final String TOKEN = "_csrf";

    /** One hidden field; a name may come several times. */
    public record Field(String name, String value) {}

    public CarriedForm {
        fields = List.copyOf(fields);
    }

    /** Whether the request is a form that can be carried, with no file in it. */
    public static boolean fits(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && request.getParameterMap().keySet().stream().noneMatch(OF_THE_PAGE::contains);
    }

    /** To be called before the request is forwarded to {@link #PAGE}. */
    public static void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, request.getRequestURI());
    }

    /** That of a request which was forwarded; of any other there is none. */
    static CarriedForm forwarded(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String action
                ? of(action, request)
                : NONE;
    }

    /** That of the page itself when it is sent. */
    static CarriedForm again(HttpServletRequest request) {
        String action = request.getParameter("again");
        return action == null || action.isEmpty() ? NONE : of(LocalPath.of(action, ""), request);
    }

    private static CarriedForm of(String action, HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!OF_THE_PAGE.contains(name) && !name.equals(TOKEN)) {
                                Arrays.stream(values)
                                        .forEach(value -> fields.add(new Field(name, value)));
                            }
                        });
        return new CarriedForm(action, fields);
    }

    public boolean isThere() {
        return !action.isEmpty();
    }

    /** Nothing that was typed. */
    @Override
    public String toString() {
        return "a form for " + action;
    }
}
