using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Initiatives.Support;

/// <summary>
/// A real SMTP server (Debian's aiosmtpd) in a process of its own, which accepts, is slow, refuses, breaks off or is down as a test
/// tells it, and keeps what it takes. What the modes do stands in mail-server.py.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    /// <summary>Debian's own, which finds Debian's packages.</summary>
    private const string Python = "/usr/bin/python3";

    private readonly TemporaryDirectory directory = new();
    private string[] secrets = [];
    private Process? process;

    private MailServer()
    {
    }

    /// <summary>Chosen at the first start, kept while it is down.</summary>
    public int Port { get; private set; }

    /// <summary>PEM file with the server's own certificate, for those who are to trust it.</summary>
    public string Certificate => Path.Combine(directory.Path, "certificate.pem");

    /// <summary>Whole messages as they came, files in the order taken.</summary>
    public IReadOnlyList<string> Taken => [.. Directory.EnumerateFiles(directory.Path, "*.eml").Order(StringComparer.Ordinal)];

    public static async Task<MailServer> StartAsync()
    {
        var server = new MailServer();
        await server.UpAsync();
        return server;
    }

    /// <summary>One that takes nothing before STARTTLS and sign-in; its name is localhost.</summary>
    /// <param name="fromTheFirstByte">Speaks TLS before anything else, instead of STARTTLS.</param>
    public static async Task<MailServer> StartSecureAsync(string user, string password, bool fromTheFirstByte = false)
    {
        var server = new MailServer();
        server.secrets = [server.Certificate, server.WriteCertificate(), user, password, fromTheFirstByte ? "tls" : "starttls"];
        await server.UpAsync();
        return server;
    }

    /// <param name="mode">e.g. <c>accept</c>, <c>rcpt 550</c>; in force when this returns.</param>
    public async Task BehaveAsync(string mode)
    {
        await process!.StandardInput.WriteLineAsync($"mode {mode}");
        await process.StandardOutput.ReadLineAsync();
    }

    /// <summary>Nobody answers at the port any more.</summary>
    public async Task DownAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>At the same port as before, in mode accept. What was taken before stays.</summary>
    public async Task UpAsync()
    {
        var words = new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "mail-server.py"), $"{Port}", directory.Path, $"{Taken.Count}", .. secrets])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(words)!;
        var said = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The mail server of the tests did not start. Install it: apt-get install python3-aiosmtpd");
        Port = int.Parse(said.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>A message's headers and parts as an independent reader has them: Python's email package.</summary>
    public static async Task<ReadMail> ReadAsync(string file) => (await ReadAsync([file]))[0];

    /// <summary>Many at once, in their order.</summary>
    public static async Task<IReadOnlyList<ReadMail>> ReadAsync(IReadOnlyList<string> files)
    {
        var reading = new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "read-mail.py")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var reader = Process.Start(reading)!;
        var mails = new List<ReadMail>();
        foreach (var file in files)
        {
            await reader.StandardInput.WriteLineAsync(file);
            await reader.StandardInput.FlushAsync();
            var read = System.Text.Json.JsonSerializer.Deserialize<ReadMail>((await reader.StandardOutput.ReadLineAsync())!, System.Text.Json.JsonSerializerOptions.Web)!;
            mails.Add(read with { Headers = new Dictionary<string, string>(read.Headers, StringComparer.OrdinalIgnoreCase) });
        }
        reader.StandardInput.Close();
        await reader.WaitForExitAsync();
        return mails;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await DownAsync();
        directory.Dispose();
    }

    /// <returns>The file of its key.</returns>
    private string WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        var file = Path.Combine(directory.Path, "key.pem");
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return file;
    }
}

/// <param name="Headers">By name, in capitals or not (RFC 5322, 1.2.2); the values decoded.</param>
/// <param name="Structure">The media types, depth first: <c>multipart/alternative</c>, <c>text/plain</c>, <c>text/html</c>.</param>
/// <param name="Charsets">Of the text parts.</param>
/// <param name="Defects">Where it is no RFC 5322 message.</param>
public sealed record ReadMail(
    IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Structure, IReadOnlyList<string> Charsets, string Plain, string Html,
    IReadOnlyList<ReadAttachment> Attachments, IReadOnlyList<string> Defects);

public sealed record ReadAttachment(string Name, string Type, int Bytes);
