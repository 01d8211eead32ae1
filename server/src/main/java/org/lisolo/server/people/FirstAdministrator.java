package org.lisolo.server.people;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where nobody can sign in yet, prints the link that makes the first administrator: at the console
 * only, where whoever started the server looks, and in no log.
 */
@Component
class FirstAdministrator {
    private static final String PORT = "local.server.port";

    private final Invitations invitations;
    private final Environment environment;

    FirstAdministrator(Invitations invitations, Environment environment) {
        this.invitations = invitations;
        this.environment = environment;
    }

    /** Last, as others may bring people along at the first start. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void printLink() {
        @Nullable String port = environment.getProperty(PORT);
        if (port == null) {
            return; // started without its pages, for a task
        }
        String base = environment.getProperty("lisolo.address", "http://localhost:" + port);
        invitations
                .forFirstAdministrator()
                .ifPresent(token -> print(base + "/welcome?link=" + token));
    }

    @SuppressWarnings("SystemOut") // the console, and not the log
    private static void print(String link) {
        System.out.printf(
                """

                Personne ne peut encore se connecter. Ce lien crée le premier administrateur ;
                il sert une fois, dans les %1$d minutes (redémarrez pour en avoir un autre).
                Nobody can sign in yet. This link makes the first administrator;
                it works once, within %1$d minutes (restart for another).

                    %2$s

                """,
                Invitations.LASTS.toMinutes(), link);
    }
}
