namespace Initiatives.Api.SignIn;

/// <summary>What an investigation asks for afterwards: who came in how, who was turned away where. Ids of sessions and people's ids, never a name, an address or a secret.</summary>
internal sealed partial class SecurityLog(ILogger<SecurityLog> logger)
{
    /// <param name="session">The first of its id, which is a hash.</param>
    [LoggerMessage(LogLevel.Information, "Session {Session} was begun by {How}.")]
    public partial void Begun(string session, string how);

    [LoggerMessage(LogLevel.Information, "Session {Session} was ended by its owner.")]
    public partial void Ended(string session);

    [LoggerMessage(LogLevel.Information, "A link of kind {Kind} was refused: unknown, used, over, or another browser's.")]
    public partial void LinkRefused(string kind);

    [LoggerMessage(LogLevel.Information, "Every task link of {Person} of {Tenant} was revoked by {Actor}.")]
    public partial void LinksRevoked(string person, string tenant, string actor);

    [LoggerMessage(LogLevel.Warning, "{Caller} was refused {Method} {Route}.")]
    public partial void Barred(string caller, string method, string route);

    [LoggerMessage(LogLevel.Warning, "A token that opens nothing was shown at {Method} {Route}.")]
    public partial void TokenRefused(string method, string route);
}
