package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import java.util.ArrayList;
import java.util.List;

/** Cuts values into lists that fit into a batch each; pure. */
final class Batches {

    /** Room for everything of a batch that is not a value. */
    private static final int HEAD = 512;

    private Batches() {}

    static List<List<NodeValue>> fitting(List<NodeValue> values) {
        List<List<NodeValue>> lists = new ArrayList<>();
        List<NodeValue> list = new ArrayList<>();
        int bytes = HEAD;
        for (NodeValue value : values) {
            int size = BatchCodec.size(value);
            if (!list.isEmpty() && (list.size() == Batch.MAX_VALUES || bytes + size > BatchCodec.MAX_BYTES)) {
                lists.add(list);
                list = new ArrayList<>();
                bytes = HEAD;
            }
            list.add(value);
            bytes += size;
        }
        if (!list.isEmpty()) {
            lists.add(list);
        }
        return lists;
    }
}
