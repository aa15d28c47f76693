namespace Initiatives.Api.SignIn;

/// <summary>An organisation's own sign-in, as the sign-in page offers it.</summary>
/// <param name="Name">In addresses, e.g. <c>region-nord</c>.</param>
/// <param name="Title">On the button, e.g. "Region Nordjylland".</param>
public sealed record SignInProvider(string Name, string Title);
