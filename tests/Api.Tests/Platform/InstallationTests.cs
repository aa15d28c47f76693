using Initiatives.Api.Platform;
using Initiatives.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Initiatives.Api.Tests.Platform;

public sealed class InstallationTests
{
    [Fact]
    public async Task Settings_are_read_once_and_no_folder_is_watched_for_changes_of_them()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseTemplate.Empty);
        await using var installation = await Installation.OpenAsync(
            [$"--INITIATIVES_POSTGRES={database.ConnectionString}"], LogLevel.Warning, TestContext.Current.CancellationToken);

        FileConfigurationProvider[] files = [.. ((IConfigurationRoot)installation.App.Configuration).Providers.OfType<FileConfigurationProvider>()];

        files.ShouldNotBeEmpty();
        files.ShouldAllBe(f => !f.Source.ReloadOnChange);
    }
}
