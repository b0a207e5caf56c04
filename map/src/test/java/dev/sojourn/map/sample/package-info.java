/// Maps to test with: drawn by hand in [Samples], at random in [RandomMaps]. Not here: assertions.
@NullMarked
package dev.sojourn.map.sample;

import org.jspecify.annotations.NullMarked;
