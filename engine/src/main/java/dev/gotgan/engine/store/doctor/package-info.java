/// Tries what a store keeps of the promises that the protocol rests on, and says what Gotgan does where it keeps none.
@NullMarked
package dev.gotgan.engine.store.doctor;

import org.jspecify.annotations.NullMarked;
