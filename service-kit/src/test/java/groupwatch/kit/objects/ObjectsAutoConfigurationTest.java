package groupwatch.kit.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ObjectsAutoConfigurationTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ObjectsAutoConfiguration.class))
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void keepsObjectsInTheFolderOfTheSettings(@TempDir Path folder) {
        service.withPropertyValues("groupwatch.objects.folder=" + folder).run(context -> {
            assertThat(context).getBean(ObjectStore.class).isInstanceOf(FolderObjectStore.class);
            assertThat(context.getBean(ObjectsHealth.class).health().block())
                    .satisfies(health -> assertThat(health.getStatus()).isEqualTo(Status.UP));
        });
    }

    @Test
    void keepsObjectsInABucket() {
        service.withPropertyValues(
                        "groupwatch.objects.kind=s3",
                        "groupwatch.objects.s3.endpoint=http://127.0.0.1:1",
                        "groupwatch.objects.s3.bucket=b")
                .run(context -> {
                    assertThat(context).getBean(ObjectStore.class).isInstanceOf(S3ObjectStore.class);
                    assertThat(context.getBean(ObjectSettings.class).toString()).doesNotContain("secret");
                });
    }

    @Test
    void saysWhatIsMissing() {
        service.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageStartingWith("groupwatch.objects.folder takes the folder"));
        service.withPropertyValues("groupwatch.objects.kind=s3")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("groupwatch.objects.kind=s3 takes groupwatch.objects.s3.bucket"));
        service.withPropertyValues("groupwatch.objects.kind=s3", "groupwatch.objects.s3.region=eu-west-1")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("groupwatch.objects.s3.bucket takes"));
        service.withPropertyValues(
                        "groupwatch.objects.kind=s3",
                        "groupwatch.objects.s3.bucket=b",
                        "groupwatch.objects.s3.access-key=only")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("groupwatch.objects.s3.access-key and"));
    }
}
