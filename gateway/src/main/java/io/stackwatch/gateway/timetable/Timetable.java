package io.stackwatch.gateway.timetable;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Wakes one sleeper at a steady pace, through Quartz in memory.
 *
 * <p>The rows are the truth: nothing is lost with a wake-up that did not come, so a misfired trigger is skipped instead of
 * repeated. The wake-up is told the time by the clock given here, which may run faster than the wall. Safe for use by several
 * threads; stopping twice is harmless.
 */
public final class Timetable implements AutoCloseable {

    private final Scheduler scheduler;
    private final Duration patience;
    private final AtomicLong failedInARow = new AtomicLong();
    private final Lock atWork = new ReentrantLock();

    private Timetable(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.patience = patience;
    }

    /** Starts waking at once. The name tells timetables of one process apart. */
    public static Timetable start(String name, WakeUp wakeUp, Clock clock, TimetableOptions options) {
        try {
            Timetable timetable = new Timetable(scheduler(name), options.patience());
            timetable.scheduler.setJobFactory(
                    (bundle, scheduler) -> new WakeUpJob(wakeUp, clock, timetable.failedInARow, timetable.atWork));
            timetable.scheduler.scheduleJob(job(), trigger(options.every()));
            timetable.scheduler.start();
            return timetable;
        } catch (SchedulerException failed) {
            throw new IllegalStateException("timetable '" + name + "' does not start", failed);
        }
    }

    private static Scheduler scheduler(String name) throws SchedulerException {
        Properties properties = new Properties();
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, name);
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "5000");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return new StdSchedulerFactory(properties).getScheduler();
    }

    private static JobDetail job() {
        return JobBuilder.newJob(WakeUpJob.class).withIdentity("deadlines").build();
    }

    private static Trigger trigger(Duration every) {
        return TriggerBuilder.newTrigger()
                .withIdentity("deadlines")
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithExistingCount())
                .build();
    }

    /** Wake-ups that failed since the last good one; 0 is healthy. */
    public long failedInARow() {
        return failedInARow.get();
    }

    /** Stops waking, waits a bounded time for a wake-up that is under way, and lets go. */
    @Override
    public void close() {
        try {
            scheduler.standby();
            if (atWork.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                atWork.unlock();
            }
            scheduler.shutdown(false);
        } catch (SchedulerException failed) {
            throw new IllegalStateException("timetable does not stop", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
