package org.lisolo.cli.imports;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Hands messages over, line by line, and goes on where it was left. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Sends files of events, one a line, to a Lisolo server. Refused lines are printed"
                        + " with their numbers. Stopped or cut off, the same command goes on where"
                        + " it was: how far it came stands in FILE.lisolo-import.",
        footer = {
            "",
            "The token is read from --token-file, or from the environment variable LISOLO_TOKEN.",
            "Exit status: 0 all lines are dealt with, 1 some were refused, 2 it could not be done."
        })
public final class Import implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int FAILED = 2;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "JSON lines, packed with gzip or not; - is the standard input.")
    private List<String> files;

    @Option(names = "--to", required = true, paramLabel = "URL", description = "The server.")
    private URI to;

    @Option(names = "--token-file", paramLabel = "F", description = "Holds the channel's token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait for a server that is away. Default: ${DEFAULT-VALUE}.")
    private long patience;

    @Option(names = "--from-start", description = "Send all again, whatever was sent before.")
    private boolean fromStart;

    @SuppressWarnings("NullAway.Init") // picocli sets what is injected
    public Import() {}

    @Override
    public Integer call() {
        try {
            Server server = new Server(to, token(), Duration.ofSeconds(patience));
            long refused = 0;
            for (String file : files) {
                var progress = new ProgressLine(spec.commandLine().getErr(), file);
                refused += new FileImport(server, progress, fromStart).send(file);
            }
            return refused == 0 ? 0 : REFUSED;
        } catch (IOException | NotDone e) {
            spec.commandLine().getErr().println("lisolo import: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private String token() throws IOException {
        if (tokenFile != null) {
            return Files.readString(tokenFile).strip();
        }
        String token = System.getenv("LISOLO_TOKEN");
        if (token == null || token.isBlank()) {
            throw new NotDone("no token: give --token-file or set LISOLO_TOKEN");
        }
        return token.strip();
    }
}
