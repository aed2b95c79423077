package io.stackwatch.gateway.evidence;

/**
 * A package as it was made.
 *
 * @param name file name
 * @param bytes the zip file; not to be changed
 * @param sha256 of the whole file
 * @param manifestSha256 by which it is known elsewhere: of the list of its files
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying it would double the memory
public record EvidencePackage(String name, byte[] bytes, String sha256, String manifestSha256) {}
