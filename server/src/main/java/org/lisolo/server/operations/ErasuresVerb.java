package org.lisolo.server.operations;

import org.lisolo.server.message.Erasures;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code lisolo erasures FILE}: the register of erasures, to be kept beside the backups, which are
 * older. It names events by ids that say nothing, and the reasons that officers gave.
 */
final class ErasuresVerb {
    private static final String HEAD = "event\tby\treason\n";

    private final Operator operator;

    ErasuresVerb(Operator operator) {
        this.operator = operator;
    }

    int run() throws Exception {
        if (operator.words().size() != 1) {
            return operator.usage("lisolo erasures FILE [--lisolo.data=FOLDER]");
        }
        RunningDatabase database = RunningDatabase.of(operator.settings());
        try (var connection = database.connect()) {
            List<Erasures.Erased> register = Erasures.register(connection);
            String text =
                    register.stream()
                            .map(e -> e.event() + "\t" + e.by() + "\t" + oneLine(e.reason()) + "\n")
                            .collect(Collectors.joining("", HEAD, ""));
            Files.write(
                    Path.of(operator.words().getFirst()),
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW);
            operator.say(register.size() + " erasures.");
        }
        return 0;
    }

    private static String oneLine(String reason) {
        return reason.replaceAll("\\s+", " ");
    }

    static int replay(String text, Erasures erasures) {
        if (!(text + "\n").startsWith(HEAD)) {
            throw new Refused("This is no register of erasures. Nothing was restored.");
        }
        List<Erasures.Erased> register =
                text.lines()
                        .skip(1)
                        .map(line -> line.split("\t", 3))
                        .map(
                                cells ->
                                        new Erasures.Erased(
                                                UUID.fromString(cells[0]),
                                                UUID.fromString(cells[1]),
                                                cells[2]))
                        .toList();
        return erasures.eraseAgain(register);
    }
}
