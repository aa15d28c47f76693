using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Platform;

public sealed class ClusterRegisterTests
{
    [Fact]
    public async Task Clusters_are_listed_by_their_names_of_now_in_the_order_they_were_registered()
    {
        await using var host = await ApiHost.StartAsync(Midt.OrderDay);
        foreach (var (id, name) in new[] { ("syd", "Sundhedsklynge Syd"), ("midt", "Sundhedsklynge Midt"), ("aalborg", "Klynge Aalborg") })
        {
            await Midt.SendAsync(host, id, new ClusterWish(new RegisterCluster(id, name, null), Creates: true));
            host.Clock.Now += TimeSpan.FromMinutes(1);
        }
        await Midt.SendAsync(host, "midt", new ClusterWish(new RenameCluster("Midtklyngen", null)));

        var register = host.Services.GetRequiredService<ClusterRegister>();
        var cancellation = TestContext.Current.CancellationToken;
        (await register.ReadAsync(cancellation)).ShouldBe([new ClusterChoice("syd", "Sundhedsklynge Syd"), new("midt", "Midtklyngen"), new("aalborg", "Klynge Aalborg")]);
        (await register.AllAsync(cancellation)).Select(c => c.Id).ShouldBe(["syd", "midt", "aalborg"]);
    }
}
