/**
 * The port between whoever speaks to the field and whoever keeps what it says; the same for every protocol.
 *
 * <p>Belongs here: what arrived, whether it was kept, and how a connector is started and stopped. Does not belong here: any
 * protocol, and where things are kept.
 */
@NullMarked
package io.stackwatch.connectors.arrival;

import org.jspecify.annotations.NullMarked;
