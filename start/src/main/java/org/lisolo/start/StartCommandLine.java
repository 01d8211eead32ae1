package org.lisolo.start;

/** What {@code java -jar lisolo.jar} begins with. */
public final class StartCommandLine {
    private StartCommandLine() {}

    public static void main(String[] args) throws Throwable {
        NewEnoughJava.run("org.lisolo.cli.Lisolo", args);
    }
}
