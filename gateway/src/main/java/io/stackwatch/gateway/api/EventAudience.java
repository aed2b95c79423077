package io.stackwatch.gateway.api;

import io.stackwatch.core.access.Subject;
import io.vertx.core.Future;

/** What a listener may see, and whether it may stay. Called on event loops. */
interface EventAudience {

    /** Sees everything, and stays. */
    EventAudience EVERYBODY = new EventAudience() {
        @Override
        public boolean sees(Subject subject) {
            return true;
        }

        @Override
        public Future<Boolean> stays() {
            return Future.succeededFuture(true);
        }
    };

    /** Whether events about somebody are sent to it. */
    boolean sees(Subject subject);

    /** Whether its session still holds; asked at heartbeats. */
    Future<Boolean> stays();
}
