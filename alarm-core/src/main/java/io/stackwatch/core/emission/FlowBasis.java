package io.stackwatch.core.emission;

/** What an hour's flow was made of. Names are stored and never change. */
public enum FlowBasis {
    /** The logger's flow is dry and at standard state: taken as it is. */
    REPORTED_DRY_STANDARD,
    /** The logger's flow is as it is in the duct, wet: brought to dry standard state with the parameters of the hour. */
    REPORTED_ACTUAL,
    /** Velocity times area, brought to dry standard state (HJ 75-2017 formula 7). */
    FROM_VELOCITY
}
