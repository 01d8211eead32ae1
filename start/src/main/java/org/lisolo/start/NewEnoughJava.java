package org.lisolo.start;

import java.lang.reflect.InvocationTargetException;

/** Hands over to the real main class, which an older Java could not even load. */
final class NewEnoughJava {
    private static final int NEEDED = 25;

    private NewEnoughJava() {}

    static void run(String mainClass, String[] args) throws Throwable {
        if (Runtime.version().feature() < NEEDED) {
            System.err.println(
                    "Lisolo needs Java "
                            + NEEDED
                            + " and was started with Java "
                            + Runtime.version().feature()
                            + " ("
                            + System.getProperty("java.home")
                            + "). Start it with ./lisolo, which looks for the right one.");
            System.exit(1);
        }
        try {
            Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
