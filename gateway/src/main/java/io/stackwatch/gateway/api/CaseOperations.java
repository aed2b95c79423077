package io.stackwatch.gateway.api;

import io.stackwatch.gateway.api.DocumentEndpoints.Printed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The operations of the contract about case files, by their names: those that answer a shape, and those that send a document. */
final class CaseOperations {

    private CaseOperations() {}

    static Map<String, Endpoint> shown(ApiParts parts) {
        CaseworkEndpoints casework = new CaseworkEndpoints(parts.casework(), parts.clock());
        DocumentEndpoints documents = new DocumentEndpoints(parts.documents());
        OwnCaseEndpoints own = new OwnCaseEndpoints(parts.casework(), documents, parts.clock());
        CaseTrailEndpoints trail = new CaseTrailEndpoints(parts.casework());
        Map<String, Endpoint> operations = new LinkedHashMap<>();
        operations.put("caseFiles", casework::files);
        operations.put("openCaseFile", casework::open);
        operations.put("caseFile", casework::file);
        operations.put("actInCaseFile", casework::act);
        operations.put("mergeCaseFiles", casework::merge);
        operations.put("splitCaseFile", casework::split);
        operations.put("proposeFine", casework::propose);
        operations.put("answerObjection", casework::answer);
        operations.put("caseTrail", trail::trail);
        operations.put("verifyCaseTrail", trail::verifyFile);
        operations.put("verifyTrail", trail::verifyTrail);
        operations.put("caseFigures", casework::figures);
        operations.put("persons", casework::persons);
        operations.put("ownCaseFiles", own::ownFiles);
        operations.put("ownCaseFile", own::ownFile);
        operations.put("actInOwnCaseFile", own::ownAct);
        operations.put("receiveDocument", own::receive);
        operations.put("objectToHour", own::object);
        operations.put("writeCaseDocument", documents::write);
        return operations;
    }

    static Map<String, Function<Parameters, Callable<Printed>>> printed(ApiParts parts) {
        DocumentEndpoints documents = new DocumentEndpoints(parts.documents());
        OwnCaseEndpoints own = new OwnCaseEndpoints(parts.casework(), documents, parts.clock());
        return Map.of(
                "caseDocument", documents::document,
                "draftCaseDocument", documents::draft,
                "ownCaseDocument", own::document);
    }
}
