package org.lisolo.server.people;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a session lasts without a sign of life, and at most. Of several roles the shortest
 * holds. Settings: {@code lisolo.session.idle.<role>} and {@code lisolo.session.longest.<role>},
 * with {@code member} for whoever has no role.
 */
@Component
public class SessionLimits {
    private static final String MEMBER = "member";

    private final Environment settings;

    /** They are asked for with every page, and don't change while the server runs. */
    private final Map<String, Duration> known = new ConcurrentHashMap<>();

    SessionLimits(Environment settings) {
        this.settings = settings;
    }

    Duration idle(Collection<Role> roles) {
        return roles.stream()
                .map(role -> setting("idle", key(role), idle(role)))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> setting("idle", MEMBER, Duration.ofDays(14)));
    }

    /** From the sign-in on, whatever is done meanwhile. */
    public Duration longest(Collection<Role> roles) {
        return roles.stream()
                .map(role -> setting("longest", key(role), Duration.ofHours(12)))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> setting("longest", MEMBER, Duration.ofDays(90)));
    }

    private static Duration idle(Role role) {
        return switch (role) {
            case ADMIN, COMPLIANCE, OPERATOR -> Duration.ofMinutes(30);
            case COMMUNICATOR, MODERATOR, EPIDEMIOLOGIST, PROFESSIONAL, READER ->
                    Duration.ofHours(2);
            case TRAINER -> Duration.ofHours(8);
        };
    }

    private Duration setting(String limit, String who, Duration otherwise) {
        return known.computeIfAbsent(
                "lisolo.session." + limit + "." + who,
                name -> settings.getProperty(name, Duration.class, otherwise));
    }

    private static String key(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
