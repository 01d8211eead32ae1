package org.lisolo.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Outage;
import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What went wrong, said in the reader's language: a page for people, RFC 9457 for programs. What
 * nobody expected gets an incident number, which is all that the reader learns of it.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    @Nullable Object tell(
            Exception failure, HttpServletRequest request, HttpServletResponse response) {
        return switch (failure) {
            case Problem problem -> answer(problem, request, response);
            case RuntimeException away when Outage.is(away) -> outage(request, response);
            case MethodArgumentTypeMismatchException mistyped -> {
                boolean inPath = mistyped.getParameter().hasParameterAnnotation(PathVariable.class);
                yield answer(inPath ? 404 : 400, request, response, failure);
            }
            // words where a file belongs
            case MethodArgumentConversionNotSupportedException _ ->
                    answer(400, request, response, failure);
            case Exception gone when hasLeft(gone) -> null;
            case ErrorResponse known ->
                    answer(known.getStatusCode().value(), request, response, failure);
            default -> answer(500, request, response, failure);
        };
    }

    /** What failed outside the controllers: in a filter, in a template, or in the connector. */
    @RequestMapping("/error")
    @Nullable Object fallback(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Problem problem) {
            return answer(problem, request, response);
        }
        if (failure instanceof Throwable away && Outage.is(away)) {
            return outage(request, response);
        }
        if (failure instanceof Throwable gone && hasLeft(gone)) {
            return null;
        }
        return answer(
                status instanceof Integer code ? code : 404,
                request,
                response,
                failure instanceof Throwable thrown ? thrown : null);
    }

    /** The reader has left, as often on thin networks: nothing went wrong here. */
    private static boolean hasLeft(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(
                        one ->
                                one instanceof ClientAbortException
                                        || one instanceof AsyncRequestNotUsableException);
    }

    static boolean wantsPage(HttpServletRequest request) {
        if (Frames.path(request).startsWith("/api/")) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.contains("text/html") || !accept.contains("json");
    }

    /** The database is away; who watches over it starts it again. */
    private Object outage(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        Problem problem = Problem.of(Problem.Kind.UNAVAILABLE, "web.error.unavailable");
        return answer(problem, request, response);
    }

    private Object answer(
            Problem problem, HttpServletRequest request, HttpServletResponse response) {
        int status = problem.kind().status();
        return answer(
                new ErrorPage(status, title(status), problem.code(), problem.arguments(), ""),
                problem,
                request,
                response);
    }

    private Object answer(
            int status,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Throwable failure) {
        if (status >= 500) {
            String incident = HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextInt());
            // the path but never its query, which may hold what someone looked for
            log.error(
                    "incident {} at {} {}",
                    incident,
                    request.getMethod(),
                    Frames.path(request),
                    failure);
            var page =
                    new ErrorPage(
                            status, title(status), "web.error.unexpected", List.of(), incident);
            return answer(page, null, request, response);
        }
        String sentence =
                switch (status) {
                    case 403 -> "web.error.forbidden";
                    case 404 -> "web.error.notFound";
                    case 405 -> "web.error.method";
                    case 413 -> "web.error.tooLarge";
                    case 415 -> "web.error.mediaType";
                    default -> "web.error.malformed";
                };
        return answer(ErrorPage.of(status, title(status), sentence), null, request, response);
    }

    private Object answer(
            ErrorPage page,
            @Nullable Problem problem,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (wantsPage(request)) {
            response.setStatus(page.status());
            return new ModelAndView("web/error", "page", page);
        }
        return ResponseEntity.status(page.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(page, problem, request));
    }

    private ProblemDetail detail(
            ErrorPage page, @Nullable Problem problem, HttpServletRequest request) {
        Frame frame = frames.of(request);
        ProblemDetail detail = ProblemDetail.forStatus(page.status());
        detail.setTitle(frame.t(page.title()));
        detail.setDetail(page.said(frame));
        detail.setInstance(URI.create(frame.path()));
        if (!page.incident().isEmpty()) {
            detail.setProperty("incident", page.incident());
        }
        if (problem != null) {
            detail.setProperty("code", problem.code());
            switch (problem.place()) {
                case Problem.Place.Whole _ -> {}
                case Problem.Place.Field(String name) -> detail.setProperty("field", name);
                case Problem.Place.Line(long number) -> detail.setProperty("line", number);
            }
        }
        return detail;
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "web.error.title.notSignedIn";
            case 403 -> "web.error.title.forbidden";
            case 404, 410 -> "web.error.title.notFound";
            case 429 -> "web.error.title.tooMany";
            case 503 -> "web.error.title.unavailable";
            default -> status >= 500 ? "web.error.title.unexpected" : "web.error.title.refused";
        };
    }
}
