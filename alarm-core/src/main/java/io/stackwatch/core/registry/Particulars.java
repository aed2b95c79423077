package io.stackwatch.core.registry;

import java.util.Optional;

/**
 * What a document says of an enterprise beside its name (当事人基本情况), in one version of its registration. What is not known is empty.
 *
 * @param enterprise whose
 * @param creditCode unified social credit code
 * @param address domicile (住所)
 * @param representative legal representative or responsible person (法定代表人、负责人)
 * @param effective when this version holds
 */
public record Particulars(
        EnterpriseId enterprise,
        Optional<CreditCode> creditCode,
        Optional<String> address,
        Optional<String> representative,
        Effective effective) {

    public Particulars {
        if (creditCode.isEmpty() && address.isEmpty() && representative.isEmpty()) {
            throw new IllegalArgumentException("particulars of " + enterprise + " that say nothing");
        }
    }
}
