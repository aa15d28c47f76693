namespace Initiatives.Api.SignIn.OpenId;

/// <summary>The providers that the operator has named; their settings are read when the service starts, so that a wrong one is told then.</summary>
internal sealed class OpenIdProviders(IConfiguration settings, TimeProvider time, ILogger<OpenIdProvider> logger) : IHostedService, IDisposable
{
    // A page waits for it, and so does a person.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int LongestAnswer = 1 << 20;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    private IReadOnlyList<OpenIdProvider> _all = [];

    /// <summary>As the sign-in page offers them.</summary>
    public IEnumerable<SignInProvider> Offered => _all.Select(p => new SignInProvider(p.Settings.Name, p.Settings.Title));

    public OpenIdProvider? Find(string name) => _all.FirstOrDefault(p => p.Settings.Name == name);

    /// <exception cref="Platform.OperatorFault">A setting is wrong.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _all = [.. OpenIdSettings.Read(settings).Select(s => new OpenIdProvider(s, _http, time, logger))];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _http.Dispose();
}
