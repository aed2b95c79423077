package io.stackwatch.connectors.hj212.codec;

/** The named fields in front of the content (HJ 212-2017 Table 3; {@code RF} is new in 2025). */
public enum HeaderField {
    /** Request number (请求编码): 17 digits of time. */
    QN,
    /** System code (系统编码). */
    ST,
    /** Command code (命令编码). */
    CN,
    /** Password (访问密码). */
    PW,
    /** Station (设备唯一标识). */
    MN,
    /** Version, packet bit, answer bit (标志). */
    FLAG,
    /** Number of packets (总包数). */
    PNUM,
    /** Number of this packet (包号). */
    PNO,
    /** Back-fill mark (补传标志). */
    RF;

    /** The key as the standard prints it. */
    public String key() {
        return this == FLAG ? "Flag" : name();
    }
}
