using System.Globalization;
using System.Net;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Reads <c>REDIS_URL</c>: a URL as the reference's client (redis-py) understands it, or StackExchange.Redis's own string.</summary>
internal static class RedisAddress
{
    private const int DefaultPort = 6379;
    private const string Advice = "write redis://user:password@host:port/db (rediss:// for TLS), special characters of the password percent-encoded";

    /// <summary>The connection that the text describes; null, and what to do about it (without the text: it may hold a password), if it is none.</summary>
    public static ConfigurationOptions? Parse(string text, out string? problem)
    {
        text = text.Trim();
        var options = text.Contains("://", StringComparison.Ordinal) ? ParseUrl(text, out problem) : ParseConfiguration(text, out problem);
        return problem is null ? options : null;
    }

    /// <summary>As much of an unreadable address as cannot hold a secret.</summary>
    public static string Mask(string text)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = end < 0 ? "" : text[..end].Trim();
        return Uri.CheckSchemeName(scheme) ? $"{scheme}://***" : "***";
    }

    /// <summary>The servers for a log: <c>host:port</c>, between commas.</summary>
    public static string Describe(IEnumerable<EndPoint> endpoints) => string.Join(", ", endpoints.Select(endpoint => endpoint switch
    {
        DnsEndPoint dns => string.Create(CultureInfo.InvariantCulture, $"{dns.Host}:{dns.Port}"),
        _ => endpoint.ToString(),
    }));

    private static ConfigurationOptions? ParseUrl(string text, out string? problem)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            problem = $"this is no address of a server; {Advice}.";
            return null;
        }

        if (uri.Scheme is not ("redis" or "rediss"))
        {
            problem = $"the scheme is unknown; {Advice}.";
            return null;
        }

        // An @ this far right was meant to end a password that holds a / ? or # as it stands.
        if (uri.Fragment.Length > 0 || uri.PathAndQuery.Contains('@', StringComparison.Ordinal))
        {
            problem = $"the password cannot be told from the rest; {Advice}.";
            return null;
        }

        if (!TryReadDatabase(uri, out var database))
        {
            problem = $"the database is not a whole number from 0; {Advice}.";
            return null;
        }

        var credentials = uri.UserInfo.Split(':', 2);
        var options = new ConfigurationOptions
        {
            Ssl = uri.Scheme == "rediss",
            User = Unescape(credentials[0]),
            Password = credentials.Length == 2 ? Unescape(credentials[1]) : null,
            DefaultDatabase = database,
        };
        options.EndPoints.Add(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : DefaultPort);
        problem = null;
        return options;
    }

    private static bool TryReadDatabase(Uri uri, out int database)
    {
        var parameter = uri.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith("db=", StringComparison.Ordinal));
        var text = parameter?[3..] ?? uri.AbsolutePath.Trim('/');
        database = 0;
        return text.Length == 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out database);
    }

    private static string? Unescape(string text) => text.Length == 0 ? null : Uri.UnescapeDataString(text);

    private static ConfigurationOptions? ParseConfiguration(string text, out string? problem)
    {
        const string Unreadable = "this is neither a URL nor a configuration string of StackExchange.Redis; " + Advice + ".";
        try
        {
            var options = ConfigurationOptions.Parse(text);
            var usable = options.EndPoints.Count > 0
                && options.EndPoints.All(endpoint => endpoint is not DnsEndPoint dns || Uri.CheckHostName(dns.Host) != UriHostNameType.Unknown);
            problem = usable ? null : Unreadable;
            return options;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            problem = Unreadable;
            return null;
        }
    }
}
