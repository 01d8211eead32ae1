package org.lisolo.server;

import org.lisolo.server.operations.Operator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the platform. */
@Modulithic(systemName = "Lisolo")
@SpringBootApplication
public class ServerApplication {
    @SuppressWarnings("SystemOut") // the operator's terminal
    public static void main(String[] args) {
        if (Operator.isAsked(args)) {
            System.exit(Operator.run(args, System.out, System.err));
        }
        SpringApplication.run(ServerApplication.class, args);
    }
}
