import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs google-java-format over every source file of the build: {@code check ROOT} fails and names the
 * files at fault, {@code apply ROOT} rewrites them. It is started on the build's JDK 25 because the
 * formatter reads Java with that JDK's own parser, and Maven itself may run on an older one.
 */
class Format {
    public static void main(String[] args) throws Exception {
        List<String> call =
                new ArrayList<>(
                        args[0].equals("apply")
                                ? List.of("--aosp", "--replace")
                                : List.of("--aosp", "--dry-run", "--set-exit-if-changed"));
        try (Stream<Path> files = Files.walk(Path.of(args[1]))) {
            files.map(Path::toString)
                    .filter(f -> f.endsWith(".java") && f.contains("/src/") && !f.contains("/target/"))
                    .sorted()
                    .forEach(call::add);
        }
        int result = format(call);
        if (result == 0 && args[0].equals("apply")) {
            result = format(call); // what it has just broken into lines it may break once more
        }
        System.exit(result);
    }

    private static int format(List<String> call) throws Exception {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        return new Main(out, err, System.in).format(call.toArray(String[]::new));
    }
}
