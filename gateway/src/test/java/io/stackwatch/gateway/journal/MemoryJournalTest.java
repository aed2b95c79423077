package io.stackwatch.gateway.journal;

final class MemoryJournalTest extends JournalContract {

    @Override
    protected Journal open() {
        return new MemoryJournal();
    }
}
