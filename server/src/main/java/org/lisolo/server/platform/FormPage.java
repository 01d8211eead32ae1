package org.lisolo.server.platform;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** A page with a form, as it is first shown and as it comes back with what was wrong in it. */
public final class FormPage {
    private FormPage() {}

    /** Its status is that of the last problem. */
    public static ModelAndView of(String template, Object page, List<Problem> problems) {
        var view = new ModelAndView(template, "page", page);
        problems.forEach(
                problem -> view.setStatus(HttpStatusCode.valueOf(problem.kind().status())));
        return view;
    }
}
