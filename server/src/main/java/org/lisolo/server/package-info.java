/** The platform: one package a module. */
@NullMarked
package org.lisolo.server;

import org.jspecify.annotations.NullMarked;
