/**
 * How keys are made, wrapped and kept. Other modules know {@code Vault} and {@code Seal} only; what
 * operators do to keys is done through here.
 */
@NamedInterface("keys")
@NullMarked
package org.lisolo.server.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
