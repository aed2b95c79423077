package io.stackwatch.core.marking;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;

/**
 * A kind of mark: a row of {@link MarkKinds}.
 *
 * @param code its code
 * @param subject what it speaks of
 * @param chinese name in the rule
 * @param english name
 * @param effect what it changes
 * @param effective of which hours it may speak
 * @param source where it comes from
 * @param mark how far the row has been checked
 */
public record MarkKind(
        MarkCode code,
        MarkSubject subject,
        String chinese,
        String english,
        MarkEffect effect,
        Effective effective,
        String source,
        Verification mark) {

    public MarkKind {
        if ((subject == MarkSubject.EQUIPMENT) != (effect == MarkEffect.INVALIDATES)) {
            throw new IllegalArgumentException(code + ": a mark of " + subject + " cannot have the effect " + effect);
        }
    }
}
