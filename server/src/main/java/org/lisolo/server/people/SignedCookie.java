package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The session's cookie: its id, and a keyed hash of it. The id alone, as it stands in the database,
 * opens nothing; so whoever reads the database can't take over anybody's session.
 */
final class SignedCookie implements CookieSerializer {
    private static final String PLACE = "session.cookie";
    private static final char BETWEEN = '.';

    private final PeopleKey key;
    private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();

    /**
     * The cookie.
     *
     * @param secure whether browsers may send it by TLS alone, even where a proxy speaks to us
     *     without; else that goes by the request
     */
    SignedCookie(PeopleKey key, boolean secure) {
        this.key = key;
        if (secure) {
            cookies.setUseSecureCookie(true);
        }
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
    }

    @Override
    public void writeCookieValue(CookieValue cookie) {
        String id = cookie.getCookieValue();
        cookies.writeCookieValue(
                new CookieValue(
                        cookie.getRequest(),
                        cookie.getResponse(),
                        id.isEmpty() ? id : id + BETWEEN + hash(id)));
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookies.readCookieValues(request).stream()
                .map(this::id)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> id(String value) {
        int end = value.lastIndexOf(BETWEEN);
        if (end < 0) {
            return Optional.empty();
        }
        String id = value.substring(0, end);
        byte[] shown = value.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        // while keys change, sessions that began under an older one go on
        return Arrays.stream(key.lookups(id, PLACE))
                .map(hash -> HexFormat.of().formatHex(hash).getBytes(StandardCharsets.UTF_8))
                .filter(hash -> MessageDigest.isEqual(shown, hash))
                .findFirst()
                .map(_ -> id);
    }

    private String hash(String id) {
        return HexFormat.of().formatHex(key.lookup(id, PLACE));
    }
}
