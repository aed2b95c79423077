package io.stackwatch.core.registry;

/** Control zone of the Shandong standards (DB37/2376), designated by the city government. */
public enum ControlZone {
    /** 核心控制区. */
    CORE,
    /** 重点控制区. */
    KEY,
    /** 一般控制区. */
    GENERAL
}
