package org.lisolo.cli.screening;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code lisolo rules check}: what is wrong with a file of rules, line by line. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads rules, one a line (id, tab, query), and says what is wrong with them and what"
                    + " their writers may want to know, on standard error with line and column."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every rule can be used",
            "1:some rules cannot be read",
            "2:the file cannot be read"
        })
public final class RulesCheck implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "rules")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        Locale locale = Wording.locale();
        PrintWriter errors = spec.commandLine().getErr();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            errors.println(Wording.of("input.file", locale, file));
            return 2;
        }
        RuleFile read = RuleFile.read(file, locale);
        read.errors().forEach(errors::println);
        read.warnings().forEach(errors::println);
        spec.commandLine()
                .getOut()
                .println(
                        Wording.of(
                                "rules.checked",
                                locale,
                                file,
                                read.rules().size(),
                                read.errors().size(),
                                read.warnings().size()));
        return read.errors().isEmpty() ? 0 : 1;
    }
}
