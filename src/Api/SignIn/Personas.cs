using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Postgres;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.SignIn;

/// <summary>Somebody of the demo, whom a visitor may be at the press of a button.</summary>
/// <param name="Key">Names the text that says what this person does: <c>Persona.{Key}</c>.</param>
/// <param name="Cluster">Whose register the person stands in.</param>
public sealed record Persona(string Key, string Cluster, string Person);

/// <summary>
/// Signing in without proving anything, to try the demo. Only while the installation keeps its own database and holds example
/// data alone; told to with anything else, the service does not start. <c>INITIATIVES_PERSONAS</c>: <c>on</c>, <c>off</c>, or unset: where it may.
/// </summary>
internal sealed class Personas(EventStoreDataSources sources, IConfiguration settings) : IHostedService
{
    public const string Setting = "INITIATIVES_PERSONAS";

    private const string Midt = "eksempel-midt";

    /// <summary>In the order an initiative meets them.</summary>
    public static readonly IReadOnlyList<Persona> All =
    [
        new("Secretariat", Midt, "sekretariat"),
        new("Owner", Midt, "projektejer-10"),
        new("Chair", Midt, "formand-chefforum"),
        new("Director", Midt, "formand-direktoerforum"),
        new("Politician", Midt, "formand-politisk-niveau"),
        new("Patient", Midt, "patientrepraesentant"),
        new("Reader", Midt, DemoPeople.Reader),
        new("NationalReader", Callers.InstallationRegister, DemoPeople.NationalReader),
        new("Operator", Callers.InstallationRegister, DemoPeople.Operator),
    ];

    /// <exception cref="OperatorFault">They are asked for where real people's data may be.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings[Setting] is not "on" || (!DatabaseServer.IsGiven(settings) && await OnlyExampleDataAsync(cancellationToken))) return;
        throw new OperatorFault("personas-not-here",
            $"{Setting}=on lader enhver logge ind som hvem som helst. Det kan kun bruges med den indbyggede database og kun med eksempeldata. Fjern indstillingen, eller peg INITIATIVES_DATA på en tom mappe.",
            $"{Setting}=on lets anybody sign in as anybody. It can only be used with the embedded database and with example data alone. Remove the setting, or point INITIATIVES_DATA at an empty directory.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asked anew each time: a real cluster may have been imported since.</summary>
    public async Task<bool> AreOpenAsync(CancellationToken cancellation) =>
        settings[Setting] is not "off" && !DatabaseServer.IsGiven(settings) && await OnlyExampleDataAsync(cancellation);

    /// <summary>The proven address of a persona; null when there is no such one here.</summary>
    public async Task<string?> MailOfAsync(Persona persona, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand("SELECT mail FROM people WHERE tenant_id = $1 AND id = $2");
        command.Parameters.AddRange(new NpgsqlParameter[] { Sessions.Text(persona.Cluster), Sessions.Text(persona.Person) });
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private async Task<bool> OnlyExampleDataAsync(CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand("""
            SELECT coalesce(bool_and(coalesce((data ->> 'ExampleData')::boolean, false)), false) FROM stream_states WHERE stream_id = 'cluster'
            """);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
