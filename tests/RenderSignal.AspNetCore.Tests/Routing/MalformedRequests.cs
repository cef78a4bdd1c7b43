using System.Text;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Makes up requests that no honest caller sends, from a seed: the same seed gives the same requests.</summary>
internal sealed class MalformedRequests(int seed, Uri address, IReadOnlyList<string> patterns)
{
    private static readonly string[] Methods = ["GET", "POST", "POST", "POST", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "BREW"];

    private static readonly string[] ContentTypes =
    [
        "application/json", "application/json", "application/json", "application/json; charset=utf-16", "application/json; charset=nonsense", "text/plain", "text/json",
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=\"", "multipart/form-data; boundary=x", "multipart/form-data", "application/", ";;;", "",
    ];

    private static readonly string[] Fields =
    [
        "webhook_url", "presence_flag", "presence_true_url", "presence_false_url", "recadrage_webhook_url", "autorepondeur_webhook_url", "webhook_ssl_verify",
        "webhook_sending_enabled", "webhook_time_start", "webhook_time_end", "start", "end", "enable", "active_days", "active_start_hour", "active_end_hour",
        "enable_subject_group_dedup", "sender_of_interest_for_polling", "vacation_start", "vacation_end", "enable_polling", "exclude_keywords",
        "exclude_keywords_recadrage", "require_attachments", "max_email_size_mb", "sender_priority", "retry_count", "retry_delay_sec", "webhook_timeout_sec",
        "rate_limit_per_hour", "notify_on_failure", "disable_email_id_dedup", "presence", "email_id", "subject", "sender", "body", "has_attachments", "username",
        "password", "next", "file", "passphrase", "apply", "versions", "", "\\u0000", "__proto__", "é",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e400", "-1e999", "9223372036854775808", "0.1", "\"\"", "\" \"", "\"true\"", "\"x\"", "\"https://\"", "\"https:///***\"",
        "\"ftp://a\"", "\"http://127.0.0.1:1/***\"", "\"25h00\"", "\"09h30\"", "\"2026-13-40\"", "\"9999-12-31\"", "\"-0001-01-01\"", "[]", "{}", "[null]", "[[]]", "[1,\"2\",null,{}]",
        "{\"a@b.test\":\"high\"}", "{\"a\":1}", "[1e400]", "\"\\ud800\"", "\"\\u0000\"", "\"\\u202e\"", "\"@\"", "\"a@b\"", "{\"\":null,\"\":1}",
    ];

    private static readonly string[] Queries =
    [
        "", "", "?days=x", "?days=-1", "?days=99999999999999999999", "?limit=-1", "?limit=x&before=~&decision=,,&q=%00", "?before=2026-11-05T09:27:00Z~", "?before=9999-99-99", "?decision=sent,,x",
        "?q=%ff%fe", "?limit=0&limit=5", "?last_event_id=zz-zz", "?next=//evil.test", "?next=%0d%0aSet-Cookie:x", "?%", "?=&&==", "?days=7%00",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("X-API-Key", ["", "nope", TestApp.TestKey, new string('k', 8000), "é"]),
        ("Origin", ["null", "https://evil.test", "http://127.0.0.1", ":", "http://[", ""]),
        ("Sec-Fetch-Site", ["cross-site", "same-origin", "none", "nonsense", ""]),
        ("Cookie", ["rendersignal_session=x", "rendersignal_session=CfDJ8AAAA", "=", ";;;", "a=b; a=b; rendersignal_session="]),
        ("Accept", ["text/html", "*/*;q=x", "application/xml", ""]),
        ("Accept-Language", ["fr", "xx-YY;q=2", ";;;", new string('f', 4000)]),
        ("Last-Event-ID", ["", "1", "zz-9", "-", new string('9', 500)]),
        ("Content-Length-Extra", ["1"]),
        ("X-Forwarded-For", ["1.2.3.4", "nonsense", "::1, x"]),
        ("X-Forwarded-Host", ["evil.test", ""]),
        ("If-Match", ["*", "\"", "W/\"x\""]),
        ("Access-Control-Request-Method", ["POST", "", "BREW"]),
    ];

    private readonly Random _random = new(seed);

    public HttpRequestMessage Next()
    {
        var request = new HttpRequestMessage(new HttpMethod(One(Methods)), new Uri($"http://{address.Authority}{Path()}{One(Queries)}"));
        if (request.Method.Method is not ("GET" or "HEAD") || _random.Next(10) == 0)
        {
            request.Content = new ByteArrayContent(Body());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", One(ContentTypes));
        }

        for (var i = _random.Next(4); i > 0; i--)
        {
            var (name, values) = One(Headers);
            request.Headers.TryAddWithoutValidation(name, One(values));
        }

        if (_random.Next(20) == 0)
        {
            request.Headers.TransferEncodingChunked = request.Content is not null;
        }

        return request;
    }

    private string Path()
    {
        var path = One(patterns).Replace("{id}", One(["abc", "%00", "..%2f..", "uid:1:1", "%F0%9F%98%80", new string('a', 1500)]), StringComparison.Ordinal);
        return _random.Next(20) switch
        {
            0 => path + "/",
            1 => path.ToUpperInvariant(),
            2 => path + "/%2e%2e/x",
            3 => path.Insert(_random.Next(1, path.Length + 1), "%00"),
            4 => "/" + path,
            _ => path,
        };
    }

    private byte[] Body() => _random.Next(12) switch
    {
        0 => [],
        1 => RandomOctets(_random.Next(1, 400)),
        2 => Encoding.UTF8.GetBytes(new string('[', _random.Next(1, 5000))),
        3 => Encoding.UTF8.GetBytes("{\"a\":" + new string('{', 40)),
        4 => new byte[(256 * 1024) + _random.Next(-1, 2)],
        5 => Encoding.UTF8.GetBytes("username=admin&password=" + Uri.EscapeDataString(One(Values)) + "&%zz=%&&=&next=" + Uri.EscapeDataString(One(Values))),
        6 => Cut(Encoding.UTF8.GetBytes(Json())),
        7 => Encoding.Unicode.GetBytes(Json()),
        _ => Encoding.UTF8.GetBytes(Json()),
    };

    private string Json()
    {
        var fields = Enumerable.Range(0, _random.Next(0, 5)).Select(_ => $"\"{One(Fields)}\":{One(Values)}");
        return "{" + string.Join(",", fields) + "}";
    }

    private byte[] Cut(byte[] octets) => octets[.._random.Next(0, octets.Length)];

    private byte[] RandomOctets(int length)
    {
        var octets = new byte[length];
        _random.NextBytes(octets);
        return octets;
    }

    private T One<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
