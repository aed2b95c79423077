package io.stackwatch.core.alarm;

/** Whether an alarm asks for somebody's attention, after ISA-18.2 (IEC 62682). Names are stored and never change. */
public enum Attention {
    /** It does. */
    ASKED,
    /** A person has put it aside for a time. */
    SHELVED,
    /** Something with a name explains it: another alarm, or a filed mark. */
    SUPPRESSED,
    /** A named officer has taken it out of service. */
    OUT_OF_SERVICE;

    /** How the names of states end. */
    String suffix() {
        return this == ASKED ? "" : "_" + name();
    }
}
