package org.lisolo.server.platform.fetch;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.fetch.Fetched.Answer;
import org.lisolo.server.platform.fetch.Fetched.Failed;
import org.lisolo.server.platform.fetch.Fetched.Refused;
import org.lisolo.server.platform.fetch.Fetched.Why;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Talks to servers that strangers named, without ever reaching one of ours: every hop's address is
 * checked as it is written, the host is resolved once, all that it resolves to is checked, and the
 * connection goes to what was checked. Cookies, credentials and proxies are not known to it.
 * Thread-safe.
 */
public final class Fetches implements AutoCloseable {
    /** Resolves a host's name, as the system does. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Set<Integer> PORTS = Set.of(80, 443);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /**
     * At least two labels; the last one, which is a country's or a kind's, begins with a letter.
     */
    private static final Pattern HOST =
            Pattern.compile(
                    "(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private final Set<String> allowed;
    private final CheckedResolver resolver;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fetch-time").factory());

    /**
     * The guard.
     *
     * @param allowed {@code host:port} that are reached whatever their address, for tests
     */
    Fetches(Set<String> allowed, Resolver resolver) {
        this.allowed = Set.copyOf(allowed);
        this.resolver = new CheckedResolver(resolver, this.allowed);
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(this.resolver)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        // one that the other side closed is no try lost
                                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                        .setConnectTimeout(
                                                Timeout.of(
                                                        TO_CONNECT.toMillis(),
                                                        TimeUnit.MILLISECONDS))
                                        .build())
                        .build();
        this.client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setUserAgent("Lisolo")
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        // what is packed small can be large
                        .disableContentCompression()
                        .disableAutomaticRetries()
                        .build();
    }

    /** Fetches by GET. */
    public Fetched get(URI address, Limits limits) {
        return get(address, limits, Map.of());
    }

    /** The same, with headers such as {@code Accept}. */
    public Fetched get(URI address, Limits limits, Map<String, String> headers) {
        Instant end = Instant.now().plus(limits.time());
        URI at = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            @Nullable Why why = whyNot(at);
            if (why != null) {
                return new Refused(why);
            }
            Object step = step(new HttpGet(at), at, limits, headers, end);
            if (step instanceof Fetched fetched) {
                return fetched;
            }
            URI next = (URI) step;
            if ("https".equals(at.getScheme()) && !"https".equals(next.getScheme())) {
                return new Refused(Why.SCHEME);
            }
            at = next;
        }
        return new Refused(Why.REDIRECTS);
    }

    /**
     * Brings something there by POST; where it is sent elsewhere it does not follow.
     *
     * @param mediaType of the body
     */
    public Fetched post(
            URI address,
            String mediaType,
            byte[] body,
            Map<String, String> headers,
            Limits limits) {
        @Nullable Why why = whyNot(address);
        if (why != null) {
            return new Refused(why);
        }
        var request = new HttpPost(address);
        request.setEntity(new ByteArrayEntity(body, ContentType.create(mediaType)));
        Object step = step(request, address, limits, headers, Instant.now().plus(limits.time()));
        return step instanceof Fetched fetched ? fetched : new Refused(Why.REDIRECTS);
    }

    /**
     * Opens a WebSocket (RFC 6455), under the same guard.
     *
     * @param address with {@code wss} or {@code ws}
     * @param quiet after that long without a word the line is tried by a ping
     * @throws IOException if nobody answers as a WebSocket, or the guard refuses
     */
    public WebSocketLine listen(URI address, Limits limits, Duration quiet) throws IOException {
        boolean safe = "wss".equalsIgnoreCase(address.getScheme());
        if (!safe && !"ws".equalsIgnoreCase(address.getScheme())) {
            throw new NotPublic();
        }
        URI http =
                URI.create(
                        (safe ? "https" : "http")
                                + address.toString().replaceFirst("(?i)^wss?", ""));
        if (whyNot(http) != null) {
            throw new NotPublic();
        }
        InetAddress[] found = resolver.resolve(http.getHost());
        return WebSocketLine.open(http, new InetSocketAddress(found[0], port(http)), limits, quiet);
    }

    /** Whether a setting for tests lets this address be reached, whatever it is. */
    public boolean isAllowedAnyway(URI address) {
        return address.getHost() != null
                && allowed.contains(
                        address.getHost().toLowerCase(Locale.ROOT) + ":" + port(address));
    }

    @Nullable Why whyNot(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Why.SCHEME;
        }
        if (address.getRawUserInfo() != null || address.getRawAuthority() == null) {
            return address.getRawAuthority() == null ? Why.HOST : Why.USER_INFO;
        }
        if (address.getRawAuthority().contains("@")) {
            return Why.USER_INFO;
        }
        if (address.getHost() == null) {
            return Why.HOST;
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        int port = port(address);
        if (allowed.contains(host + ":" + port)) {
            return null;
        }
        if (!HOST.matcher(host).matches() || host.length() > 253) {
            return Why.HOST;
        }
        return PORTS.contains(port) ? null : Why.PORT;
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /** A {@link Fetched}, or the URI of where to go on. */
    private Object step(
            HttpUriRequestBase request,
            URI at,
            Limits limits,
            Map<String, String> headers,
            Instant end) {
        long left = Duration.between(Instant.now(), end).toMillis();
        if (left <= 0) {
            return new Failed("time");
        }
        headers.forEach(request::setHeader);
        request.setConfig(
                RequestConfig.custom()
                        // a server that also speaks WebSocket takes the offer for one
                        .setProtocolUpgradeEnabled(false)
                        .setResponseTimeout(Timeout.ofMilliseconds(left))
                        .setConnectionRequestTimeout(Timeout.ofMilliseconds(left))
                        .build());
        var late = new AtomicBoolean();
        var timer =
                clock.schedule(
                        () -> {
                            late.set(true);
                            request.abort();
                        },
                        left,
                        TimeUnit.MILLISECONDS);
        try {
            return client.execute(
                    request,
                    response -> {
                        // what is left of an answer is not waited for
                        throw new Read(read(at, response, limits));
                    });
        } catch (Read done) {
            return done.result;
        } catch (IOException e) {
            return refusedAddress(e) ? new Refused(Why.ADDRESS) : new Failed(kind(e, late.get()));
        } finally {
            timer.cancel(false);
        }
    }

    private static Object read(URI at, ClassicHttpResponse response, Limits limits)
            throws IOException {
        var location = response.getFirstHeader("Location");
        if (REDIRECTS.contains(response.getCode()) && location != null) {
            try {
                return at.resolve(location.getValue());
            } catch (IllegalArgumentException _) {
                return new Failed("redirect");
            }
        }
        @Nullable HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(at, response.getCode(), "", new byte[0], headers(response));
        }
        String mediaType = mediaType(entity.getContentType());
        if (!limits.mediaTypes().isEmpty() && !limits.mediaTypes().contains(mediaType)) {
            return new Refused(Why.MEDIA_TYPE);
        }
        if (entity.getContentLength() > limits.bytes()) {
            return new Refused(Why.SIZE);
        }
        byte[] body = entity.getContent().readNBytes(limits.bytes() + 1);
        return body.length > limits.bytes()
                ? new Refused(Why.SIZE)
                : new Answer(at, response.getCode(), mediaType, body, headers(response));
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return Map.copyOf(headers);
    }

    private static String mediaType(@Nullable String header) {
        @Nullable ContentType type = header == null ? null : ContentType.parseLenient(header);
        return type == null ? "" : type.getMimeType().toLowerCase(Locale.ROOT);
    }

    private static boolean refusedAddress(Throwable e) {
        return e instanceof NotPublic || (e.getCause() != null && refusedAddress(e.getCause()));
    }

    private static String kind(IOException e, boolean late) {
        return late || e instanceof SocketTimeoutException ? "time" : e.getClass().getSimpleName();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        client.close();
    }

    /** Ends an exchange at once: returning would read the answer to its end first. */
    private static final class Read extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Object result;

        Read(Object result) {
            this.result = result;
        }
    }

    /** A host of ours, or of nobody. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    /** The connection is made to what this returns, so what is checked here is what is reached. */
    private record CheckedResolver(Resolver resolver, Set<String> allowed) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = resolver.resolve(host);
            if (allowed.stream().anyMatch(known -> known.startsWith(host + ":"))) {
                return addresses;
            }
            for (InetAddress address : addresses) {
                if (!PublicAddress.is(address)) {
                    throw new NotPublic();
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
