package org.lisolo.server.platform.postgres;

import java.util.Map;
import java.util.TreeMap;

/** What our PostgreSQL is told at every start; what is not here is PostgreSQL's own default. */
final class PostgresSettings {
    /** Given on the command line, so that they win over whatever stands in postgresql.conf. */
    static final Map<String, String> ALL = new TreeMap<>();

    static {
        ALL.putAll(
                Map.of(
                        // durable: acknowledged means on disk
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        // reached from this machine only, with a password
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "password_encryption", "scram-sha-256"));
        ALL.putAll(
                Map.of(
                        // a small machine that takes long imports
                        "max_connections", "100",
                        "shared_buffers", "256MB",
                        "max_wal_size", "2GB",
                        "checkpoint_timeout", "15min",
                        "random_page_cost", "1.1",
                        "jit", "off"));
        ALL.putAll(
                Map.of(
                        // its log never shows what people wrote: no statements, no key values, no
                        // lines
                        "log_min_messages", "warning",
                        "log_min_error_statement", "panic",
                        "log_error_verbosity", "terse",
                        "timezone", "UTC",
                        "log_timezone", "UTC"));
    }

    private PostgresSettings() {}
}
