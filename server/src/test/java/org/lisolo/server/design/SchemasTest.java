package org.lisolo.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreePathScanner;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Each module reads and writes the schema of its own name, and no other's. */
class SchemasTest {
    private static final Path JAVA = Sources.ROOT.resolve("server/src/main/java/org/lisolo/server");
    private static final Path MIGRATIONS =
            Sources.ROOT.resolve("server/src/main/resources/db/migration");

    /** A name before a dot, where SQL expects a table, a function, a type or a sequence. */
    private static final Pattern QUALIFIED =
            Pattern.compile(
                    "(?i)\\b(?:from|join|into|update|table|only|copy|references|truncate|using|view"
                        + "|on|sequence|type|function|procedure|trigger|call|lock|nextval\\s*\\(\\s*'?)\\s*"
                        + "(?:if\\s+(?:not\\s+)?exists\\s+)?\"?([a-z_]+)\"?\\.\"?[a-z_]+");

    private static final Pattern SCHEMA =
            Pattern.compile("(?i)\\bcreate\\s+schema\\s+(?:if\\s+not\\s+exists\\s+)?\"?([a-z_]+)");

    private final Set<String> modules = folders(JAVA);

    @Test
    void codeNamesNoOtherModulesSchema() {
        List<String> found = new ArrayList<>();
        for (String module : modules) {
            Sources.parse(
                    Sources.below(JAVA.resolve(module), ".java"),
                    (unit, trees) ->
                            new TreePathScanner<Void, Void>() {
                                @Override
                                public Void visitLiteral(LiteralTree literal, Void nothing) {
                                    if (literal.getValue() instanceof String text) {
                                        foreign(text, module)
                                                .forEach(
                                                        name ->
                                                                found.add(
                                                                        unit.getSourceFile()
                                                                                        .getName()
                                                                                + " names "
                                                                                + name));
                                    }
                                    return super.visitLiteral(literal, nothing);
                                }
                            }.scan(unit, null));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void migrationsMakeTheSchemaOfTheirModuleAndTouchNoOther() {
        List<String> found = new ArrayList<>();
        for (String module : folders(MIGRATIONS)) {
            assertThat(modules).as("every folder of migrations is a module's").contains(module);
            for (Path file : Sources.below(MIGRATIONS.resolve(module), ".sql")) {
                String sql = Sources.read(file).replaceAll("--.*", "");
                foreign(sql, module)
                        .forEach(name -> found.add(Sources.name(file) + " names " + name));
                Matcher schema = SCHEMA.matcher(sql);
                while (schema.find()) {
                    if (!schema.group(1).equals(module)) {
                        found.add(Sources.name(file) + " makes schema " + schema.group(1));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aForeignTableIsFoundAndAKeyOfATextIsNot() {
        assertThat(foreign("select 1 from people.account a", "message", Set.of("people")))
                .containsExactly("people");
        assertThat(foreign("insert into message.event", "message", Set.of("message"))).isEmpty();
        assertThat(foreign("people.signin.title", "web", Set.of("people"))).isEmpty();
    }

    private List<String> foreign(String sql, String module) {
        return foreign(sql, module, modules);
    }

    private static List<String> foreign(String sql, String module, Set<String> modules) {
        return QUALIFIED
                .matcher(sql)
                .results()
                .map(found -> found.group(1))
                .filter(name -> modules.contains(name) && !name.equals(module))
                .toList();
    }

    private static Set<String> folders(Path folder) {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(found -> found.getFileName().toString())
                    .filter(name -> !name.equals("__root"))
                    .collect(Collectors.toSet());
        } catch (java.nio.file.NoSuchFileException _) {
            return Set.of();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
