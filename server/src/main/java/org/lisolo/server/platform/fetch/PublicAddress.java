package org.lisolo.server.platform.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses are those of other people's servers: unicast and globally reachable by the IANA
 * special-purpose registries (RFC 6890), and not a translation into something that may not be.
 */
final class PublicAddress {
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Network(byte[] prefix, int bits) {
        static Network of(String notation) {
            int slash = notation.indexOf('/');
            return new Network(
                    InetAddress.ofLiteral(notation.substring(0, slash)).getAddress(),
                    Integer.parseInt(notation.substring(slash + 1)));
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Network[] V4_REFUSED = {
        Network.of("0.0.0.0/8"), // this network
        Network.of("10.0.0.0/8"),
        Network.of("100.64.0.0/10"), // carrier-grade NAT
        Network.of("127.0.0.0/8"),
        Network.of("169.254.0.0/16"), // link-local, where clouds tell their secrets
        Network.of("172.16.0.0/12"),
        Network.of("192.0.0.0/24"),
        Network.of("192.0.2.0/24"),
        Network.of("192.88.99.0/24"), // 6to4 relays
        Network.of("192.168.0.0/16"),
        Network.of("198.18.0.0/15"),
        Network.of("198.51.100.0/24"),
        Network.of("203.0.113.0/24"),
        Network.of("224.0.0.0/3"), // multicast, reserved, broadcast
    };

    /** All other IPv6 is loopback, private, link-local, multicast, IPv4-mapped or NAT64. */
    private static final Network V6_GLOBAL = Network.of("2000::/3");

    private static final Network[] V6_REFUSED = {
        Network.of("2001::/23"), // Teredo, benchmarks, ORCHID and other protocol assignments
        Network.of("2001:db8::/32"),
        Network.of("2002::/16"), // 6to4
        Network.of("3fff::/20"),
    };

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isNone(V4_REFUSED, bytes);
        }
        return V6_GLOBAL.holds(bytes) && isNone(V6_REFUSED, bytes);
    }

    private static boolean isNone(Network[] networks, byte[] address) {
        for (Network network : networks) {
            if (network.holds(address)) {
                return false;
            }
        }
        return true;
    }
}
