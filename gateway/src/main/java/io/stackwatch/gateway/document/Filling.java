package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.LawCitation;
import io.stackwatch.gateway.document.Block.Entry;
import io.stackwatch.gateway.document.DocumentAnswer.Fault;
import io.stackwatch.gateway.document.DocumentAnswer.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One template being filled: the blocks, and what is against them. Not thread-safe. */
final class Filling {

    private final DocumentOrder order;
    private final Fields fields;
    private final DocumentTables tables;
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final Set<LawCitation> citations = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    Filling(DocumentOrder order, Fields fields, DocumentTables tables) {
        this.order = order;
        this.fields = fields;
        this.tables = tables;
    }

    List<Block> blocks(Template template) {
        List<Block> blocks = new ArrayList<>();
        List<Entry> form = new ArrayList<>();
        for (Template.Line line : template.lines()) {
            Optional<String> text = text(line);
            if (line.kind() != Template.Kind.ENTRY && !form.isEmpty()) {
                blocks.add(new Block.Form(form));
                form = new ArrayList<>();
            }
            if (text.isEmpty()) {
                continue;
            }
            if (line.kind() == Template.Kind.ENTRY) {
                form.add(new Entry(line.name(), text.get()));
            } else {
                blocks.addAll(block(line, text.get()));
            }
        }
        if (!form.isEmpty()) {
            blocks.add(new Block.Form(form));
        }
        return blocks;
    }

    private List<Block> block(Template.Line line, String text) {
        return switch (line.kind()) {
            case HEADING -> List.of(new Block.Heading(text));
            case LEFT -> List.of(new Block.Line(text, Block.Place.LEFT));
            case RIGHT -> List.of(new Block.Line(text, Block.Place.RIGHT));
            case TABLE -> table(line, text);
            case PARAGRAPH -> paragraphs(text);
            case ENTRY -> throw new IllegalStateException("an entry stands in a form");
        };
    }

    private static List<Block> paragraphs(String text) {
        List<Block> paragraphs = new ArrayList<>();
        text.lines().filter(one -> !one.isBlank()).forEach(one -> paragraphs.add(new Block.Paragraph(one.strip())));
        return paragraphs;
    }

    private List<Block> table(Template.Line line, String name) {
        Optional<Block.Grid> grid = tables.table(name);
        if (grid.isEmpty() && !line.optional()) {
            fault(Reason.FIELD_MISSING, name);
        }
        return List.copyOf(grid.stream().toList());
    }

    /** The text with its fields filled; empty if the line is left out. */
    private Optional<String> text(Template.Line line) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        List<Template.Use> uses = Template.uses(order.kind().name(), line.text());
        if (line.optional()
                && uses.stream()
                        .anyMatch(use ->
                                !use.mayBeEmpty() && fields.get(use.field()).isEmpty())) {
            return Optional.empty();
        }
        for (Template.Use use : uses) {
            text.append(line.text(), at, use.start());
            text.append(value(use));
            at = use.end();
        }
        return Optional.of(text.append(line.text().substring(at)).toString());
    }

    private String value(Template.Use use) {
        Optional<FieldValue> value = fields.get(use.field());
        if (value.isEmpty()) {
            if (!use.mayBeEmpty()) {
                fault(Reason.FIELD_MISSING, use.field().label());
            }
            return "";
        }
        value.get().citation().ifPresent(this::cite);
        if (!value.get().remark().isEmpty()) {
            remarks.add(value.get().remark());
        }
        return value.get().text();
    }

    private void cite(LawCitation citation) {
        citations.add(citation);
        String why = citation.match(printable -> "", LawCitation.Withheld::why);
        if (why.isEmpty()) {
            return;
        }
        if (order.draft()) {
            remarks.add("法律依据未经核实，须由法制审核人员确认后方可定稿：" + LawFields.basis(citation).citation());
        } else {
            fault(Reason.LAW_NOT_CONFIRMED, why);
        }
    }

    void fault(Reason reason, String about) {
        faults.add(new Fault(reason, about));
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<LawCitation> citations() {
        return List.copyOf(citations);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
