package groupwatch.kit.jobs;

import groupwatch.kit.database.Migration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** Jobs, and a runner for each {@link JobHandler} of the service. */
@AutoConfiguration
@EnableConfigurationProperties(JobsSettings.class)
public class JobsAutoConfiguration {

    @Bean
    JobBell jobBell() {
        return new JobBell();
    }

    @Bean
    Jobs jobs(DatabaseClient database, JsonMapper json, JobBell bell, Clock clock) {
        return new Jobs(database, json, bell, clock);
    }

    @Bean
    JobRunners jobRunners(
            ObjectProvider<JobHandler<?>> handlers,
            DatabaseClient database,
            TransactionalOperator transaction,
            JsonMapper json,
            JobBell bell,
            JobsSettings settings,
            MeterRegistry meters,
            Migration migration,
            Clock clock) {
        RunnerFactory factory =
                new RunnerFactory(database, transaction, json, bell, settings, meters, migration, clock);
        return new JobRunners(handlers.orderedStream().map(factory::runner).toList());
    }

    /** What every runner is made of. */
    private record RunnerFactory(
            DatabaseClient database,
            TransactionalOperator transaction,
            JsonMapper json,
            JobBell bell,
            JobsSettings settings,
            MeterRegistry meters,
            Migration migration,
            Clock clock) {

        <P> JobRunner<P> runner(JobHandler<P> handler) {
            JobKind<P> kind = handler.kind();
            JobClaims<P> claims = new JobClaims<>(
                    kind, UUID.randomUUID().toString(), settings.lease(), database, transaction, json, clock);
            JobMetrics metrics = new JobMetrics(meters, kind.name());
            return new JobRunner<>(
                    kind,
                    new Attempt<>(handler, claims, metrics, settings.lease().dividedBy(3), clock),
                    claims,
                    new JobCensus(database, settings, clock),
                    metrics,
                    bell,
                    migration,
                    settings.poll());
        }
    }
}
