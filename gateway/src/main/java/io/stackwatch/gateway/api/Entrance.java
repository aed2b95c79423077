package io.stackwatch.gateway.api;

import io.stackwatch.gateway.access.AccessDesk;
import io.stackwatch.gateway.access.Subjects;
import java.util.List;

/**
 * How people come in.
 *
 * @param required whether they must sign in; otherwise everybody who reaches the server may do everything
 * @param desk accounts and sessions
 * @param subjects whom a request is about
 * @param names under which the server answers besides its address and those of this machine; only if sign-in is required
 */
public record Entrance(boolean required, AccessDesk desk, Subjects subjects, List<String> names) {

    public Entrance {
        names = List.copyOf(names);
    }
}
