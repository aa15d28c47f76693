using Initiatives.Api.Mail;
using Initiatives.Api.Platform;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace Initiatives.Api.Tests.Mail;

/// <summary>What the operator says about mail, and what is said back.</summary>
public sealed class MailSettingsTests
{
    private const string From = "Initiatives <initiatives@example.org>";

    [Theory]
    [InlineData("smtp://mail.example.org", "mail.example.org", 587, SecureSocketOptions.StartTls, null, null)]
    [InlineData("smtp://mail.example.org:25?starttls=never", "mail.example.org", 25, SecureSocketOptions.None, null, null)]
    [InlineData("smtp://initiatives:p%40ss%3Aw%2Ford@mail.example.org:2525?starttls=always", "mail.example.org", 2525, SecureSocketOptions.StartTls, "initiatives", "p@ss:w/ord")]
    [InlineData("smtp://u:p@127.0.0.1:25?starttls=never", "127.0.0.1", 25, SecureSocketOptions.None, "u", "p")]
    [InlineData("smtps://u:p@mail.example.org", "mail.example.org", 465, SecureSocketOptions.SslOnConnect, "u", "p")]
    public void A_server_is_an_address(string told, string host, int port, SecureSocketOptions security, string? user, string? password)
    {
        var server = SmtpServer.Read(told);
        (server.Host, server.Port, server.Security, server.Credentials?.UserName, server.Credentials?.Password).ShouldBe((host, port, security, user, password));
        server.ToString().ShouldBe($"{host}:{port}");
    }

    [Theory]
    [InlineData("mail.example.org")]
    [InlineData("mail.example.org:587")]
    [InlineData("smtps://hemmelig:kode@mail.example.org:465?starttls=never")]
    [InlineData("smtp://hemmelig@mail.example.org")]
    [InlineData("smtp://hemmelig:ko:de@mail.example.org")]
    [InlineData("smtp://mail.example.org/sti")]
    [InlineData("smtp://mail.example.org?starttls=maybe")]
    public void What_is_no_server_is_refused_with_the_way_to_write_one_and_without_its_password(string told)
    {
        var fault = Should.Throw<OperatorFault>(() => SmtpServer.Read(told));
        fault.Code.ShouldBe("mail-server-malformed");
        fault.Danish.ShouldContain("smtp://bruger:adgangskode@server:587");
        (fault.Danish + fault.English).ShouldNotContain("hemmelig");
    }

    [Fact]
    public void A_password_is_not_sent_in_the_clear() =>
        Should.Throw<OperatorFault>(() => SmtpServer.Read("smtp://u:p@mail.example.org?starttls=never")).Code.ShouldBe("mail-password-in-clear");

    [Theory]
    [InlineData(null, "mail-from-missing")]
    [InlineData("ingen adresse", "mail-from-malformed")]
    [InlineData("x@example.org\r\nBcc: y@example.org", "mail-from-malformed")]
    public void A_mail_has_a_sender(string? from, string code) =>
        Should.Throw<OperatorFault>(() => MailSettings.Read(Told((MailSettings.Server, "smtp://mail.example.org"), (MailSettings.Sender, from)))).Code.ShouldBe(code);

    [Fact]
    public void Without_a_mail_server_mail_goes_to_the_installations_own_directory_and_with_a_database_elsewhere_it_waits()
    {
        MailSettings.Read(Told(("INITIATIVES_DATA", "/srv/initiatives"))).Folder.ShouldBe("/srv/initiatives/mail");
        MailSettings.Read(Told(("INITIATIVES_POSTGRES", "Host=db"))).Folder.ShouldBeNull();
        MailSettings.Read(Told(("INITIATIVES_POSTGRES", "Host=db"), (MailSettings.Pickup, "/srv/mail"))).Folder.ShouldBe("/srv/mail");
        MailSettings.Read(Told((MailSettings.Server, "smtp://mail.example.org"), (MailSettings.Sender, From))).From.Host.ShouldBe("example.org");
    }

    [Theory]
    [InlineData("https://initiatives.example.org", "https://initiatives.example.org/opgaver?a=1")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080/opgaver?a=1")]
    public void Links_lead_to_the_public_address(string told, string link) =>
        new PublicAddress(Told((PublicAddress.Setting, told))).Of("/opgaver?a=1").AbsoluteUri.ShouldBe(link);

    [Theory]
    [InlineData("initiatives.example.org")]
    [InlineData("ftp://example.org")]
    [InlineData("https://example.org/sti")]
    [InlineData("https://user@example.org")]
    [InlineData("https://example.org/?a=1")]
    public void What_is_no_address_of_the_service_is_refused(string told) =>
        Should.Throw<OperatorFault>(() => new PublicAddress(Told((PublicAddress.Setting, told)))).Code.ShouldBe("public-url-malformed");

    [Fact]
    public void Pauses_grow_and_end_after_three_days()
    {
        var now = Post.Now;
        Enumerable.Range(1, 7).Select(tries => (Pauses.Next(tries, now, now)!.Value - now).TotalMinutes).ShouldBe([1, 5, 15, 60, 240, 240, 240]);
        Pauses.Next(20, now, now + Pauses.Longest - TimeSpan.FromTicks(1)).ShouldNotBeNull();
        Pauses.Next(20, now, now + Pauses.Longest).ShouldBeNull();
    }

    private static IConfiguration Told(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
}
