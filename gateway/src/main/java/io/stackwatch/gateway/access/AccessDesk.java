package io.stackwatch.gateway.access;

import io.stackwatch.core.access.LockOut;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.gateway.records.RecordStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * Everything about accounts and sessions over one store. Safe for use by several threads.
 *
 * @param sessions who a token belongs to
 * @param signIns signing in with a password
 * @param accounts as an administrator keeps them
 * @param exports what is written down when a file leaves
 */
public record AccessDesk(Sessions sessions, SignIns signIns, Accounts accounts, Exports exports) {

    /**
     * Opens it.
     *
     * @param random for tokens, salts and passwords
     * @param city the clock of registry and trail
     * @param wall the clock of sessions and locks
     */
    public static AccessDesk open(
            RecordStore store, AccessOptions options, SecureRandom random, Clock city, Clock wall) {
        RuleParameters parameters = parameters();
        Tokens tokens = new Tokens(random);
        Sessions sessions = new Sessions(store, options, tokens, city, wall);
        return new AccessDesk(
                sessions,
                new SignIns(store, parameters, tokens, sessions, city, wall),
                new Accounts(store, parameters, tokens, city, wall),
                (who, role, operation, subject, digest) -> store.write(handle -> {
                    Instant at = city.instant();
                    AccessAct.EXPORTED.tell(
                            handle, at, who, role, operation + ":" + subject, "exported", "sha256=" + digest);
                    return true;
                }));
    }

    static RuleParameters parameters() {
        return RuleParameters.of(DataTable.resource(LockOut.class, "access-parameters.csv"));
    }
}
