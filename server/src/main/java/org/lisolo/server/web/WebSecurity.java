package org.lisolo.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.evidence.Refusals;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.CarriedForm;
import org.lisolo.server.people.OpenSession;
import org.lisolo.server.people.PersonalTokens;
import org.lisolo.server.people.Proof;
import org.lisolo.server.people.SessionLimits;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TokenAuthentication;
import org.lisolo.server.platform.LocalPath;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.web.AccessRule.Lack;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.context.support.WebApplicationContextUtils;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Holds every request against the access table, and sets what a browser must be told. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self';"
                    + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Refusals refusals;
    private final Clock clock;

    WebSecurity(Refusals refusals, Clock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    @Bean
    static SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Requests are timed as a whole; timing each filter apart took a tenth of each. */
    @Bean
    static SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Health, on the port for operators alone: the module that answers there says what it shows.
     */
    @Bean
    @Order(0)
    SecurityFilterChain health(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(WebSecurity::noSession)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What is closed on the port for operators is not there, as anything else. */
    @Bean
    @Order(1)
    SecurityFilterChain nothingElseForOperators(HttpSecurity http) {
        return http.securityMatcher(WebSecurity::isForOperators)
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                DispatcherType.ASYNC,
                                                DispatcherType.FORWARD)
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(
                                                (_, response, _) ->
                                                        response.setStatus(
                                                                HttpServletResponse.SC_NOT_FOUND))
                                        .accessDeniedHandler(
                                                (_, response, _) ->
                                                        response.setStatus(
                                                                HttpServletResponse.SC_NOT_FOUND)))
                .sessionManagement(WebSecurity::noSession)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Whether it came in by the port that a server of its own has. */
    private static boolean isForOperators(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()),
                "management");
    }

    /** Programs: a token with every request, no session, no cookie, hence no forgery by a page. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, ObjectProvider<TokenAuthentication> tokens) {
        return heldAgainstTheTable(http.securityMatcher("/api/**"))
                .addFilterBefore(new BearerTokens(tokens), AuthorizationFilter.class)
                .sessionManagement(WebSecurity::noSession)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            SecurityContextRepository contexts,
            Accounts accounts,
            OpenSession sessions,
            SessionLimits limits,
            PersonalTokens tokens) {
        return heldAgainstTheTable(http)
                .addFilterBefore(
                        new CurrentAccess(accounts, sessions, limits, clock),
                        AuthorizationFilter.class)
                .addFilterBefore(new PersonalTokenFilter(tokens), AuthorizationFilter.class)
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .build();
    }

    private HttpSecurity heldAgainstTheTable(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                DispatcherType.ASYNC,
                                                DispatcherType.FORWARD)
                                        .permitAll()
                                        .anyRequest()
                                        .access(byTable()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(
                                                (request, response, _) ->
                                                        stranger(request, response))
                                        .accessDeniedHandler(
                                                (request, response, refusal) ->
                                                        denied(request, response, refusal)))
                .headers(WebSecurity::headers);
    }

    private static void noSession(SessionManagementConfigurer<HttpSecurity> session) {
        session.sessionCreationPolicy(SessionCreationPolicy.STATELESS);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                // by TLS alone; a hospital's other sites are its own affair
                .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false))
                .crossOriginOpenerPolicy(
                        policy ->
                                policy.policy(
                                        org.springframework.security.web.header.writers
                                                .CrossOriginOpenerPolicyHeaderWriter
                                                .CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    private AuthorizationManager<RequestAuthorizationContext> byTable() {
        return (authentication, context) -> {
            HttpServletRequest request = context.getRequest();
            Authentication shown = authentication.get();
            return new AuthorizationDecision(
                    AccessCheck.find(request.getMethod(), request.getRequestURI())
                            .filter(rule -> isAllowed(rule, shown))
                            .filter(rule -> lack(rule, shown, request) == Lack.NOTHING)
                            .isPresent());
        };
    }

    private Lack lack(AccessRule rule, @Nullable Authentication shown, HttpServletRequest request) {
        SignedIn who = who(shown);
        return who == null || shown instanceof PersonalTokenFilter.Scoped
                ? Lack.NOTHING
                : rule.lacks(who, Proof.of(request), clock.instant());
    }

    private static boolean isAllowed(AccessRule rule, @Nullable Authentication shown) {
        if (shown instanceof PersonalTokenFilter.Scoped scoped) {
            return scoped.mayCall(rule);
        }
        return rule.access() instanceof AccessRule.Access.Token
                ? shown instanceof BearerTokens.Holder
                : rule.allows(who(shown));
    }

    private static @Nullable SignedIn who(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who
                : null;
    }

    /** A page that exists asks for sign-in and comes back; what isn't listed doesn't exist. */
    private static void stranger(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<AccessRule> rule = AccessCheck.find(request.getMethod(), request.getRequestURI());
        if (rule.isEmpty()) {
            tell(request, response, Problem.notFound("web.error.notFound"));
        } else if (request.getMethod().equals("GET")
                && ErrorPages.wantsPage(request)
                && !PersonalTokenFilter.showsOne(request)) {
            response.sendRedirect("/sign-in?next=" + encoded(request));
        } else {
            if (rule.get().access() instanceof AccessRule.Access.Token
                    || PersonalTokenFilter.showsOne(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            tell(
                    request,
                    response,
                    Problem.of(Problem.Kind.NOT_SIGNED_IN, "web.error.notSignedIn"));
        }
    }

    private void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        Authentication shown = SecurityContextHolder.getContext().getAuthentication();
        Optional<AccessRule> rule =
                AccessCheck.find(request.getMethod(), request.getRequestURI())
                        .filter(one -> isAllowed(one, shown));
        if (rule.isPresent()) {
            Lack lack = lack(rule.get(), shown, request);
            if (lack == Lack.CONFIRMATION && isOurs(request, refusal)) {
                CarriedForm.remember(request);
                request.getRequestDispatcher(CarriedForm.PAGE).forward(request, response);
            } else {
                lead(lack, request, response);
            }
            return;
        }
        note(request);
        boolean known = AccessCheck.knows(request.getRequestURI());
        tell(
                request,
                response,
                known
                        ? Problem.forbidden("web.error.forbidden")
                        : Problem.notFound("web.error.notFound"));
    }

    /** In the trail, as what a page itself refuses is. */
    private void note(HttpServletRequest request) {
        SignedIn who = who(SecurityContextHolder.getContext().getAuthentication());
        if (who != null) {
            AuditFilter.draft(request)
                    .ifPresent(
                            draft ->
                                    refusals.write(
                                            who.account() + "@" + who.organisation(),
                                            () -> List.of(draft)));
        }
    }

    /** Whether it is a form of ours to be carried on; a forged one goes no step further. */
    private static boolean isOurs(HttpServletRequest request, AccessDeniedException refusal) {
        return !(refusal instanceof CsrfException)
                && CarriedForm.fits(request)
                && ErrorPages.wantsPage(request)
                && request.getHeader("HX-Request") == null;
    }

    /** To where they can show what is lacking; a form comes back to the page it stood on. */
    private void lead(Lack lack, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean forged = lack == Lack.NOTHING; // refused before the table was asked
        if (forged) {
            note(request);
        }
        if (forged || !ErrorPages.wantsPage(request) || request.getHeader("HX-Request") != null) {
            tell(
                    request,
                    response,
                    Problem.forbidden(
                            switch (lack) {
                                case NOTHING -> "web.error.forbidden";
                                case SECOND_FACTOR -> "people.factor.missing";
                                case CONFIRMATION -> "people.confirm.needed";
                            }));
        } else if (lack == Lack.SECOND_FACTOR) {
            response.sendRedirect("/account/second-factor");
        } else {
            response.sendRedirect("/confirm?next=" + comeBack(request));
        }
    }

    private static String comeBack(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (request.getMethod().equals("GET") || AccessCheck.find("GET", path).isPresent()) {
            return encoded(request);
        }
        String from = Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), "");
        return URLEncoder.encode(
                LocalPath.of(from.replaceFirst("^https?://[^/]+", ""), "/work"),
                StandardCharsets.UTF_8);
    }

    /** The error page takes over, as it does for what fails in the connector. */
    private static void tell(
            HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException, ServletException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, problem);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, problem.kind().status());
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(request, response);
    }

    private static String encoded(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }
}
