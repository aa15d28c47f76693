namespace Initiatives.Api.Platform.Postgres;

/// <summary>
/// The settings of a small server that lives beside its only user. Given on the command line at every start and stored nowhere,
/// so that a new version of the service brings its settings along.
/// </summary>
internal static class ServerSettings
{
    public static IEnumerable<string> Arguments(string data, string socketDirectory, bool durable)
    {
        Dictionary<string, string> settings = new()
        {
            // The way in: one socket in a private directory. The port is only a part of the socket's name.
            ["listen_addresses"] = "",
            ["port"] = "5432",
            ["unix_socket_directories"] = socketDirectory,
            ["unix_socket_permissions"] = "0700",
            // Three processes with all their pools full: requests, projections and jobs take some 60 each.
            ["max_connections"] = "200",

            ["shared_buffers"] = "128MB",
            ["random_page_cost"] = "1.1",
            // Every statement is short; compiling one takes longer than running it.
            ["jit"] = "off",

            // An acknowledged event is with the operating system before the answer goes out, and on the disk in production always.
            ["fsync"] = durable ? "on" : "off",
            ["synchronous_commit"] = "on",
            ["full_page_writes"] = durable ? "on" : "off",
            ["wal_compression"] = "on",

            ["timezone"] = "UTC",
            ["lc_messages"] = "C",

            // A file per weekday, overwritten when the day comes again: a week is kept, whatever happens.
            ["logging_collector"] = "on",
            ["log_directory"] = "log",
            ["log_filename"] = "postgresql-%a.log",
            ["log_truncate_on_rotation"] = "on",
            ["log_rotation_age"] = "1d",
            ["log_rotation_size"] = "0",
            ["log_timezone"] = "UTC",
            // The detail of a refused row is its content, which no log may hold.
            ["log_error_verbosity"] = "terse",
            ["log_line_prefix"] = "%m [%p] ",
        };
        return [.. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" }), "-D", data];
    }
}
