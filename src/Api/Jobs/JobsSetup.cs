using Initiatives.Api.Platform.Commands;
using Initiatives.EventStore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>How the scheduler runs: the settings <c>Jobs:*</c>. Nodes may differ in the first only.</summary>
public sealed class JobsOptions
{
    /// <summary>False on a node that only serves pages: it plans jobs and runs none.</summary>
    public bool Run { get; set; } = true;

    /// <summary>How often a node says that it lives. Three of these after a node died, another runs what it had begun.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a node looks for jobs that another process planned; at least a second.</summary>
    public TimeSpan Look { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>
/// The scheduler: Quartz, in our own database (schema <c>jobs</c>), one among all nodes. Its clock is the host's
/// <see cref="TimeProvider"/>; its triggers are single instants that <see cref="WantedJobs"/> works out, so that no time
/// zone or daylight saving rule is left to it.
/// </summary>
public static class JobsSetup
{
    public const string SchedulerName = "initiatives";

    /// <summary>Pauses before each new attempt at a job that failed; after the last, the hourly reconciliation begins again.</summary>
    private static readonly RetryPolicy Retries = RetryPolicy.Explicit(
        [TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20)]);

    public static void AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobsOptions>().BindConfiguration("Jobs");
        services.AddOptions<QuartzSchedulerOptions>().Configure<IOptions<JobsOptions>>(static (scheduler, jobs) => scheduler.IdleWaitTime = jobs.Value.Look);
        services.AddOptions<ClusteringOptions>().Configure<IOptions<JobsOptions>>(static (cluster, jobs) =>
        {
            cluster.CheckinInterval = jobs.Value.Heartbeat;
            cluster.CheckinMisfireThreshold = jobs.Value.Heartbeat * 2;
        });
        services.AddQuartz(Configure);
        services.AddQuartzExecutionHistory(history =>
        {
            // A year of rounds and packs, and the hourly reconciliation of the last weeks.
            history.Retention = TimeSpan.FromDays(400);
            history.MaxEntriesPerScheduler = 20_000;
            history.MaxEntriesPerJob = 2_000;
        });
        services.AddSingleton<JobSchedule>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<Alongside, JobsFollowTheFacts>();
        services.AddHostedService<JobsHost>();
    }

    private static void Configure(IQuartzBuilder quartz)
    {
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = SchedulerName);
        // A pack takes a core, and the pages come first.
        quartz.UseDefaultThreadPool(maxConcurrency: 2);
        quartz.UseDefaultRetryPolicy(Retries);
        quartz.UsePersistentStore(store =>
        {
            store.ConfigureStore(tables =>
            {
                tables.TablePrefix = "jobs.";
                tables.StoreJobDataAsStrings = true;
                tables.AcceptEnlistedTransactions = true;
                tables.UseBackgroundThreads = true;
                tables.SchemaProvisioning = SchemaProvisioning.Validate;
            });
            store.UsePostgres(database => database.DataSourceFactory = host => host.GetRequiredService<EventStoreDataSources>().System);
            store.UseSystemTextJsonSerializer();
            store.UseClustering();
            store.UseExecutionHistory();
        });
        foreach (var kind in Enum.GetValues<JobKind>())
            quartz.AddJob(TypeOf(kind), job => job.WithIdentity(JobSchedule.KeyOf(kind)).StoreDurably().RequestRecovery());
        quartz.AddJob<ReconcileJob>(job => job.WithIdentity(ReconcileJob.Key).StoreDurably());
    }

    private static Type TypeOf(JobKind kind) => kind switch
    {
        JobKind.OpenRound => typeof(OpenRoundJob),
        JobKind.RemindRound => typeof(RemindRoundJob),
        JobKind.CloseRound => typeof(CloseRoundJob),
        JobKind.CompilePack => typeof(CompilePackJob),
        JobKind.CompileLatePack => typeof(CompileLatePackJob),
        JobKind.MailPack => typeof(MailPackJob),
        JobKind.TellCalendar => typeof(TellCalendarJob),
        JobKind.RemindProcedure => typeof(RemindProcedureJob),
        JobKind.ProcedureDue => typeof(ProcedureDueJob),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
