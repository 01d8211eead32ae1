/** Small dense linear models: least squares, ridge and lasso regression. */
@NullMarked
package org.lisolo.surveillance.linear;

import org.jspecify.annotations.NullMarked;
