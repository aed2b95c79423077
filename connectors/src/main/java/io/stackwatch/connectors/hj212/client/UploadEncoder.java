package io.stackwatch.connectors.hj212.client;

import java.util.List;

/** Makes the frames of an item when its turn has come. Called in the client's context. */
@FunctionalInterface
public interface UploadEncoder<T> {

    /**
     * The frames, several if it has to be split; with fresh request numbers.
     *
     * @param backlog whether the item comes out of the backlog (HJ 212-2025: {@code RF=1})
     */
    List<Upload> encode(T item, boolean backlog);
}
