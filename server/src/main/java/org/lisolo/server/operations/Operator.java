package org.lisolo.server.operations;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.StartRefused;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator typed: {@code lisolo VERB [words] [--option=value] [--setting=value]}. Options
 * are the verb's own; all else that begins with {@code --} is a setting of the server.
 */
public final class Operator {
    private static final Set<String> VERBS =
            Set.of("backup", "restore", "keys", "erasures", "operator");
    private static final Set<String> OPTIONS =
            Set.of("passphrase-file", "checkpoint", "key", "erasures", "shorter");
    private static final String PASSPHRASE = "LISOLO_BACKUP_PASSPHRASE";
    static final int SHORTEST_PASSPHRASE = 12;

    private final List<String> words = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();
    private final PrintStream out;

    Operator(List<String> arguments, PrintStream out) {
        this.out = out;
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (OPTIONS.contains(argument.substring(2).split("=", 2)[0])) {
                options.add(argument.substring(2));
            } else {
                settings.add(argument);
            }
        }
    }

    /** Whether these arguments are for us and not to start the server. */
    public static boolean isAsked(String[] arguments) {
        return arguments.length > 0 && VERBS.contains(arguments[0]);
    }

    /**
     * Does it.
     *
     * @return the exit code: 0 done, 1 refused, 2 mistyped
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        var operator = new Operator(List.of(arguments).subList(1, arguments.length), out);
        try {
            return switch (arguments[0]) {
                case "backup" -> new BackupVerb(operator).run();
                case "restore" -> new RestoreVerb(operator).run();
                case "operator" -> new OperatorVerb(operator).run();
                case "erasures" -> new ErasuresVerb(operator).run();
                default -> new KeysVerb(operator).run();
            };
        } catch (Refused e) {
            err.println(e.getMessage());
        } catch (StartRefused e) {
            err.println(e.getMessage() + " " + e.remedy());
        } catch (Exception e) {
            err.println("It failed: " + e);
        }
        return 1;
    }

    void say(String line) {
        out.println(line);
    }

    int usage(String lines) {
        out.println(lines);
        return 2;
    }

    List<String> words() {
        return words;
    }

    String[] settings(String... more) {
        var all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    Optional<String> option(String name) {
        return options.stream()
                .map(option -> option.split("=", 2))
                .filter(option -> option[0].equals(name))
                .map(option -> option.length == 2 ? option[1] : "")
                .findFirst();
    }

    /** From a file, the environment, or typed where nobody sees it; never from the command line. */
    String passphrase() {
        String passphrase = option("passphrase-file").map(Operator::read).orElseGet(this::asked);
        if (passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new Refused(
                    "The passphrase has less than " + SHORTEST_PASSPHRASE + " characters.");
        }
        return passphrase;
    }

    private String asked() {
        @Nullable String given = System.getenv(PASSPHRASE);
        if (given != null) {
            return given;
        }
        @Nullable String file = System.getenv(PASSPHRASE + "_FILE");
        if (file != null) {
            return read(file);
        }
        Console console = requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new Refused(
                    "No passphrase: put it into a file (--passphrase-file=FILE) or into the"
                            + " environment variable "
                            + PASSPHRASE
                            + ".");
        }
        return new String(console.readPassword("Passphrase: "));
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new Refused("The file " + file + " can't be read.", e);
        }
    }
}
