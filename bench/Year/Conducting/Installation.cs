using Initiatives.Api.Platform;
using Initiatives.Api.SignIn;
using Initiatives.Support;
using Initiatives.Year.Cast;
using Initiatives.Year.Nodes;
using Npgsql;

namespace Initiatives.Year.Conducting;

/// <summary>A PostgreSQL, a mail server, and one node of the service, which may die and be started again.</summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string OperatorsToken = "0123456789abcdef0123456789abcdef";

    private static readonly DatabaseTemplate Template = new("year", static async (connectionString, cancellation) =>
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await Schema.MigrateAsync(owner, cancellation);
    });

    private readonly TestDatabase _database;
    private readonly Dictionary<string, string> _settings;

    private Installation(TestDatabase database, NpgsqlDataSource owner, MailServer mail, Dictionary<string, string> settings)
    {
        (_database, Mail, _settings) = (database, mail, settings);
        Watch = new Watch(owner);
    }

    public MailServer Mail { get; }

    public Watch Watch { get; }

    public NodeProcess Node { get; private set; } = null!;

    public static async Task<Installation> StartAsync(DateTimeOffset now, bool print)
    {
        var database = await TestDatabase.CreateAsync(Template);
        var mail = await MailServer.StartAsync();
        var installation = new Installation(database, NpgsqlDataSource.Create(database.ConnectionString), mail, new()
        {
            [Nodes.Node.Database] = database.ConnectionString,
            [Nodes.Node.Print] = print ? "on" : "off",
            ["INITIATIVES_OPERATOR_TOKEN"] = OperatorsToken,
            ["INITIATIVES_SMTP"] = $"smtp://127.0.0.1:{mail.Port}?starttls=never",
            ["INITIATIVES_MAIL_FROM"] = "Initiatives <initiatives@example.org>",
            ["INITIATIVES_PUBLIC_URL"] = "https://initiatives.example.org",
            // By the database's clock, which is the machine's: what a dead node was handing over need not hold up a year for minutes.
            ["Mail__Patience"] = "00:00:02",
            ["Mail__Lease"] = "00:00:04",
        });
        await installation.StartNodeAsync(now);
        return installation;
    }

    public async Task StartNodeAsync(DateTimeOffset now) => Node = await NodeProcess.StartAsync(_settings, now);

    /// <summary>Gives everyone in a town a token of theirs, as if they had made it themselves on their own page.</summary>
    public async Task GiveTokensAsync(Town town, DateTimeOffset now)
    {
        await using var batch = Watch.Database.CreateBatch();
        foreach (var person in town.People)
        {
            batch.BatchCommands.Add(new("""
                INSERT INTO api_tokens (tenant_id, id, hash, name, person_id, may_write, made_by, made, expires) VALUES ($1, gen_random_uuid(), $2, 'Året', $3, true, $3, $4, $4 + interval '3 years')
                ON CONFLICT DO NOTHING
                """)
            {
                Parameters = { new() { Value = town.Id }, new() { Value = Secret.HashOf(Desk.TokenOf(town, person)) }, new() { Value = person.Id }, new() { Value = now.UtcDateTime } },
            });
        }
        await batch.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Mail.DisposeAsync();
        await Watch.Database.DisposeAsync();
        await _database.DisposeAsync();
    }
}
