using System.Globalization;
using System.Text;

namespace Initiatives.Api.Platform;

/// <summary>
/// One line on standard error per entry: <c>2026-03-02T09:00:00Z info: Category[event] message</c>. Written by the thread that
/// logs, in one call: the framework's own console logger hands every line to a thread, and waking that thread for each
/// posted status cost more than the line. A line is out when the call returns, also when the process is killed next.
/// </summary>
/// <param name="standardError">Safe for any number of threads, as <see cref="Console.Error"/> is.</param>
[ProviderAlias("Console")]
internal sealed class StandardErrorLog(TextWriter standardError, TimeProvider time) : ILoggerProvider
{
    // Longer ones are let go: one long stack trace must not stay in every thread's pocket.
    private const int Kept = 4096;

    [ThreadStatic] private static StringBuilder? t_line;

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, standardError, time);

    public void Dispose() { }

    private sealed class Category(string name, TextWriter standardError, TimeProvider time) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var message = formatter(state, exception);
            var line = t_line ??= new StringBuilder(256);
            line.Clear();
            line.Append(CultureInfo.InvariantCulture, $"{time.GetUtcNow().UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} {Word(logLevel)}: {name}[{eventId.Id}] ");
            var words = line.Length;
            line.Append(message);
            if (exception is not null) line.Append(' ').Append(exception);
            // One entry, one line: whoever reads the log by lines must not be shown an entry that a message made up.
            line.Replace("\r\n", " ", words, line.Length - words)
                .Replace('\n', ' ', words, line.Length - words)
                .Replace('\r', ' ', words, line.Length - words)
                .Append('\n');
            try
            {
                standardError.Write(line.ToString());
            }
            catch (IOException)
            {
                // The disk that takes the log is full: what was to be told of has happened, and must not fail for it.
            }
            if (line.Capacity > Kept) t_line = null;
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
