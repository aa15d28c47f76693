using Initiatives.Api.Features.Accounts;
using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Tests.Pages;

public sealed class BrowserNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0", "Edge på Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36", "Chrome på Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1", "Safari på iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox på Linux")]
    [InlineData("curl/8.5.0", "curl/8.5.0")]
    public void A_session_is_told_by_its_browser_in_words_that_its_owner_knows(string agent, string name) => BrowserName.Of(agent, Texts.Danish).ShouldBe(name);
}
