package org.lisolo.cli.ledger;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.MalformedLedgerException;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.SignedNote;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

/** {@code lisolo ledger verify}: recomputes the whole log from the database. */
@Command(
        name = "verify",
        description = {
            "Recomputes the whole log from a database and names the first entry that was altered,"
                    + " removed or reordered.",
            "Exit status: 0 all holds, 1 something is wrong, 2 the check could not be made."
        },
        mixinStandardHelpOptions = true)
final class LedgerVerify implements Callable<Integer> {
    private static final long PROGRESS_EVERY = 25_600;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--database",
            required = true,
            paramLabel = "URL",
            description = "jdbc:postgresql://HOST/DATABASE?user=…; it is only read")
    private String database = "";

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The log's public key as you know it, not as the database tells it")
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint that you kept: the log must still contain what it says")
    private @Nullable Path checkpoint;

    @Override
    public Integer call() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(database))) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return verify(connection);
        } catch (SQLException e) {
            return cannot("the database says: " + e.getMessage());
        } catch (IOException e) {
            return cannot("the checkpoint can't be read: " + e.getMessage());
        } catch (MalformedLedgerException e) {
            return cannot(e.getMessage());
        }
    }

    private int verify(Connection connection) throws SQLException, IOException {
        Optional<NoteVerifier> known = Optional.ofNullable(key).map(NoteVerifier::parse);
        Optional<SignedNote> kept = Optional.empty();
        if (checkpoint != null) {
            kept = Optional.of(SignedNote.parse(Files.readString(checkpoint)));
        }
        LogVerification verification = new LogVerification(connection, known, kept, progress());
        Optional<Finding> finding = verification.run();
        PrintWriter out = spec.commandLine().getOut();
        verification.summary().forEach(out::println);
        out.println(finding.map(f -> "WRONG     " + f).orElse("OK        all of it holds"));
        if (known.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "The key was taken from the database itself. Give the one you know with"
                                    + " --key, or whoever replaced it stays unseen.");
        }
        return finding.isPresent() ? 1 : 0;
    }

    /** Entries done so far, on the terminal if one looks on. */
    private LongConsumer progress() {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            return _ -> {};
        }
        return done -> {
            if (done % PROGRESS_EVERY == 0) {
                System.err.print("\r" + done + " entries ");
                System.err.flush();
            }
        };
    }

    private int cannot(@Nullable String sentence) {
        spec.commandLine().getErr().println("lisolo: " + sentence);
        return 2;
    }

    /** PostgreSQL's own form of an address is understood too. */
    static String jdbcUrl(String url) {
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            return url;
        }
        String rest = url.substring(url.indexOf("//") + 2);
        int at = rest.lastIndexOf('@');
        if (at < 0) {
            return "jdbc:postgresql://" + rest;
        }
        int colon = rest.substring(0, at).indexOf(':');
        String user = rest.substring(0, colon < 0 ? at : colon);
        String password = colon < 0 ? "" : "&password=" + rest.substring(colon + 1, at);
        String address = rest.substring(at + 1);
        char joint = address.indexOf('?') < 0 ? '?' : '&';
        return "jdbc:postgresql://" + address + joint + "user=" + user + password;
    }
}
