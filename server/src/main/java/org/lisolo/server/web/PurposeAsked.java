package org.lisolo.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.people.Purpose;
import org.lisolo.server.platform.Problem;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Nothing that is not public leaves before it was said what for: whoever opens an export of the
 * access table without that is asked on a page, and a program is refused. What was said stands in
 * the audit record of the export.
 */
@Configuration(proxyBeanMethods = false)
class PurposeAsked implements WebMvcConfigurer, HandlerInterceptor {
    static final String PURPOSE = "purpose";
    static final String REASON = "reason";
    static final int LONGEST = 500;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ModelAndViewDefiningException {
        boolean asks =
                AccessCheck.find(request.getMethod(), request.getRequestURI())
                        .filter(AccessRule::export)
                        .isPresent();
        if (asks) {
            ask(request);
        }
        return true;
    }

    private static void ask(HttpServletRequest request) throws ModelAndViewDefiningException {
        List<Problem> problems = problems(request);
        if (problems.isEmpty()) {
            return;
        }
        if (PersonalTokenFilter.showsOne(request) || !ErrorPages.wantsPage(request)) {
            throw problems.getFirst();
        }
        boolean first = request.getParameter(PURPOSE) == null;
        var view =
                new ModelAndView(
                        "web/purpose", "page", page(request, first ? List.of() : problems));
        view.setStatus(first ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        throw new ModelAndViewDefiningException(view);
    }

    private static List<Problem> problems(HttpServletRequest request) {
        List<Problem> problems = new ArrayList<>();
        if (Purpose.ofKey(given(request, PURPOSE)).isEmpty()) {
            problems.add(Problem.invalid("web.purpose.problem.purpose").atField(PURPOSE));
        }
        String reason = given(request, REASON);
        if (reason.isEmpty() || reason.length() > LONGEST) {
            problems.add(Problem.invalid("web.purpose.problem.reason", LONGEST).atField(REASON));
        }
        return problems;
    }

    private static PurposePage page(HttpServletRequest request, List<Problem> problems) {
        List<PurposePage.Asked> asked = new ArrayList<>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!name.equals(PURPOSE) && !name.equals(REASON)) {
                                for (String value : values) {
                                    asked.add(new PurposePage.Asked(name, value));
                                }
                            }
                        });
        return new PurposePage(
                request.getRequestURI(),
                asked,
                given(request, PURPOSE),
                given(request, REASON),
                problems);
    }

    private static String given(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
}
