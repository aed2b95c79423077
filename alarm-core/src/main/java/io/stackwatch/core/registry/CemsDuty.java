package io.stackwatch.core.registry;

/**
 * Why an outlet must have and connect a CEMS; without one, missing data is an alarm but no penalty.
 *
 * @param outlet which outlet
 * @param basis the kind of ground
 * @param document the list, permit or approval, with its number
 * @param mark how far the document has been checked
 * @param effective when the duty holds
 */
public record CemsDuty(OutletId outlet, Basis basis, String document, Verification mark, Effective effective) {

    /** Ground of the duty. */
    public enum Basis {
        /** Unit under key permit management (排污许可重点管理): Code (生态环境法典) arts 175, 184. */
        KEY_PERMIT_MANAGEMENT,
        /** On the list of key units published by the city bureau: Liaocheng air regulation art. 20. */
        CITY_LIST,
        /** Text of the discharge permit. */
        PERMIT_TEXT,
        /** Approval of the environmental impact assessment. */
        EIA_APPROVAL
    }
}
