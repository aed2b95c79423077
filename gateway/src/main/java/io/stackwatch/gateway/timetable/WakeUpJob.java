package io.stackwatch.gateway.timetable;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call. A failure is counted and said when it is new; the next wake-up tries again, because the rows are still due. */
@DisallowConcurrentExecution
final class WakeUpJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(WakeUpJob.class);

    private final WakeUp wakeUp;
    private final Clock clock;
    private final AtomicLong failedInARow;
    private final Lock atWork;

    WakeUpJob(WakeUp wakeUp, Clock clock, AtomicLong failedInARow, Lock atWork) {
        this.wakeUp = wakeUp;
        this.clock = clock;
        this.failedInARow = failedInARow;
        this.atWork = atWork;
    }

    @Override
    public void execute(JobExecutionContext context) {
        atWork.lock();
        try {
            wakeUp.fire(clock.instant());
            if (failedInARow.getAndSet(0) > 0) {
                LOG.info("timetable=recovered");
            }
        } catch (RuntimeException failed) {
            if (failedInARow.getAndIncrement() == 0) {
                LOG.error("timetable=failing why={}", failed.getMessage(), failed);
            }
        } finally {
            atWork.unlock();
        }
    }
}
