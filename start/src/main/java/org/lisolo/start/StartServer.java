package org.lisolo.start;

/** What {@code java -jar lisolo-server.jar} begins with. */
public final class StartServer {
    private StartServer() {}

    public static void main(String[] args) throws Throwable {
        NewEnoughJava.run("org.lisolo.server.ServerApplication", args);
    }
}
