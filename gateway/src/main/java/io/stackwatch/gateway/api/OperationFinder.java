package io.stackwatch.gateway.api;

import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which operation of the contract a request is for. Immutable. */
final class OperationFinder {

    private final List<Pattern> patterns;

    OperationFinder(OpenAPIContract contract) {
        List<Pattern> all = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            all.add(new Pattern(
                    operation.getHttpMethod().name(),
                    List.of(operation.getOpenAPIPath().split("/", -1)),
                    operation.getOperationId()));
        }
        all.sort(Comparator.comparingInt(Pattern::variables));
        this.patterns = List.copyOf(all);
    }

    /** An operation, and what stands in the variable places of its path. */
    record Found(String operation, Map<String, String> path) {}

    /** Literal places go before variable ones. */
    Optional<Found> find(String method, String path) {
        List<String> segments = List.of(path.split("/", -1));
        return patterns.stream()
                .filter(pattern -> pattern.method().equals(method))
                .flatMap(pattern -> pattern.match(segments).stream())
                .findFirst();
    }

    private record Pattern(String method, List<String> segments, String operation) {

        int variables() {
            return (int) segments.stream().filter(Pattern::isVariable).count();
        }

        Optional<Found> match(List<String> asked) {
            if (asked.size() != segments.size()) {
                return Optional.empty();
            }
            Map<String, String> path = new HashMap<>();
            for (int i = 0; i < asked.size(); i++) {
                String segment = segments.get(i);
                if (isVariable(segment)) {
                    path.put(segment.substring(1, segment.length() - 1), decoded(asked.get(i)));
                } else if (!segment.equals(asked.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Found(operation, path));
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }

        /** As the router does it: a plus sign is a plus sign. */
        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                return text;
            }
        }
    }
}
