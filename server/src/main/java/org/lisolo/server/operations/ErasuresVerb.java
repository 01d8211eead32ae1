package org.lisolo.server.operations;

import org.lisolo.server.message.Erasures;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * {@code lisolo erasures FILE}: the register of erasures, to be kept beside the backups, which are
 * older. It names events by ids that say nothing, and the reasons that officers gave.
 */
final class ErasuresVerb {
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
            Files.write(
                    Path.of(operator.words().getFirst()),
                    ErasureRegister.text(register).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW);
            operator.say(register.size() + " erasures.");
        }
        return 0;
    }
}
