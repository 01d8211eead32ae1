package org.lisolo.server.evidence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** Real connections to a real database, one commit of which fails, before or after it was done. */
final class FaultyConnections {
    enum Fault {
        NOT_KEPT,
        KEPT
    }

    private FaultyConnections() {}

    /** The next commit on this connection, and all that comes after it, fails. */
    static Connection failing(Connection real, Fault fault) {
        boolean[] broken = {false};
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (broken[0] && !method.getName().equals("close")) {
                                throw new SQLException("the connection is gone", "08006");
                            }
                            if (method.getName().equals("commit")) {
                                broken[0] = true;
                                if (fault == Fault.KEPT) {
                                    real.commit();
                                }
                                real.close();
                                throw new SQLException("the connection broke", "08006");
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
