using Initiatives.Api.Platform;
using Initiatives.Api.SignIn.OpenId;
using Microsoft.Extensions.Configuration;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>What the operator writes about a provider is read whole, or told what is wrong with it.</summary>
public sealed class OpenIdSettingsTests
{
    private static readonly Dictionary<string, string?> Right = new()
    {
        ["INITIATIVES_OIDC:0:NAME"] = "region-nord",
        ["INITIATIVES_OIDC:0:TITLE"] = "Region Nordjylland",
        ["INITIATIVES_OIDC:0:AUTHORITY"] = "https://login.rn.dk/adfs",
        ["INITIATIVES_OIDC:0:CLIENT_ID"] = "initiatives",
        ["INITIATIVES_OIDC:0:CLIENT_SECRET"] = "secret",
        ["INITIATIVES_OIDC:0:MAIL_DOMAINS"] = "rn.dk, regionnord.dk",
    };

    [Fact]
    public void No_provider_is_named_and_none_is_offered() => OpenIdSettings.Read(new ConfigurationBuilder().Build()).ShouldBeEmpty();

    [Fact]
    public void A_provider_is_read_as_it_is_written()
    {
        var read = Read([]).ShouldHaveSingleItem();

        read.MailDomains.ShouldBe(["rn.dk", "regionnord.dk"]);
        read.Organisations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("NAME", "")]
    [InlineData("NAME", "Region Nord")]
    [InlineData("TITLE", "")]
    [InlineData("AUTHORITY", "http://login.rn.dk")]
    [InlineData("AUTHORITY", "login.rn.dk")]
    [InlineData("CLIENT_ID", "")]
    [InlineData("CLIENT_SECRET", "")]
    [InlineData("MAIL_DOMAINS", "")]
    [InlineData("MAIL_DOMAINS", "dk")]
    [InlineData("MAIL_DOMAINS", "@rn.dk")]
    [InlineData("ORGANISATIONS", "Region Nordjylland")]
    [InlineData("ORGANISATION", "regionen")]
    public void A_wrong_setting_is_named_in_the_sentence_that_stops_the_service(string key, string value)
    {
        var fault = Should.Throw<OperatorFault>(() => Read(new() { [$"INITIATIVES_OIDC:0:{key}"] = value }));

        fault.Code.ShouldBe("oidc-settings");
        fault.Danish.ShouldStartWith($"INITIATIVES_OIDC__0__{key} ");
    }

    [Fact]
    public void Two_providers_have_two_names() =>
        Should.Throw<OperatorFault>(() => Read(Right.ToDictionary(r => r.Key.Replace(":0:", ":1:", StringComparison.Ordinal), r => r.Value))).English.ShouldContain("twice");

    private static IReadOnlyList<OpenIdSettings> Read(Dictionary<string, string?> and) =>
        OpenIdSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(Right).AddInMemoryCollection(and).Build());
}
