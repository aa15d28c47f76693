using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using Radzen;

namespace Initiatives.Reporting;

/// <summary>
/// Sets a model in its Razor page. One per service, for any number of threads: the same model gives the same bytes.
/// </summary>
/// <remarks>
/// What is warm between documents is the code and the services. The <see cref="HtmlRenderer"/> itself is made anew for each:
/// it keeps every tree it has drawn until it is disposed, and it draws one document at a time.
/// </remarks>
public sealed partial class Typesetter : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Typesetter()
    {
        var services = new ServiceCollection();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<IJSRuntime, NoScript>();
        services.AddSingleton<NavigationManager, Nowhere>();
        services.AddSingleton<TooltipService>();
        _services = services.BuildServiceProvider();
    }

    /// <summary>The page as HTML, UTF-8 text without a byte order mark.</summary>
    /// <typeparam name="TPage">A component that takes one parameter named <c>Model</c>.</typeparam>
    public async Task<string> Set<TPage>(object model)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            // Not the machine's: a number in a document is written by Danish.cs, and any other as this culture writes it.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model }));
            return page.ToHtmlString();
        });
        return WithStableIds(html);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // Radzen gives each chart and its clip path a random id; numbered in the order they stand, the bytes repeat.
    private static string WithStableIds(string html)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return RandomId().Replace(html, Stable, count: -1, startat: Math.Max(0, html.IndexOf("<body", StringComparison.Ordinal)));

        string Stable(Match found)
        {
            var id = found.Groups["id"];
            if (!known.TryGetValue(id.Value, out var stable))
                known[id.Value] = stable = FormattableString.Invariant($"chart-{known.Count + 1}");
            return string.Concat(found.Value.AsSpan(0, id.Index - found.Index), stable);
        }
    }

    [GeneratedRegex("""(?:id="|url\(#)(?<id>clipPath[A-Za-z0-9_-]{10})|<div class="rz-chart [^>]*? id="(?<id>[A-Za-z0-9_-]{10})""", RegexOptions.ExplicitCapture)]
    private static partial Regex RandomId();

    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException("A document has no script.");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }

    private sealed class Nowhere : NavigationManager
    {
        public Nowhere() => Initialize("about:blank/", "about:blank/");

        protected override void NavigateToCore(string uri, bool forceLoad) => throw new NotSupportedException("A document goes nowhere.");
    }
}
