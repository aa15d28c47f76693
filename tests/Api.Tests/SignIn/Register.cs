using Initiatives.Api.Features.People;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>Puts people into a cluster's register, as the secretariat does.</summary>
internal static class Register
{
    public static Person Someone(string mail, string cluster = "midt", string? organisation = null, params ClusterRole[] roles) =>
        new(Guid.NewGuid().ToString("N"), cluster, "Projektejer", mail, null, organisation, "da", []) { Roles = roles };

    public static async Task AddAsync(ApiHost host, params Person[] people)
    {
        await using var connection = await host.Services.GetRequiredService<EventStoreDataSources>().System.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var person in people) batch.BatchCommands.Add(PeopleRegister.Recording(person));
        await batch.ExecuteNonQueryAsync();
    }
}
