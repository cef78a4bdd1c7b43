using System.Net;
using System.Text.RegularExpressions;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Signs in as a person with a browser does: opens the page, fills in the form, sends what the page contained.</summary>
internal static partial class Browser
{
    /// <summary>The page's status and text.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> OpenAsync(this HttpClient client, string path, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The token of the form on a page, which is opened for it.</summary>
    public static async Task<string> FormTokenAsync(this HttpClient client, string path = "/login")
    {
        var (_, page) = await client.OpenAsync(path);
        return Token().Match(page).Groups["token"].Value is { Length: > 0 } token ? token : throw new FormatException($"No token: {page}");
    }

    /// <summary>Sends a form without following what it leads to.</summary>
    /// <param name="client">Who sends it.</param>
    /// <param name="fields">The form's.</param>
    /// <param name="path">Where to.</param>
    /// <param name="headers">Further headers of the request.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, IReadOnlyDictionary<string, string> fields, string path = "/login", IReadOnlyDictionary<string, string>? headers = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The status of an attempt to sign in as a tool does.</summary>
    public static async Task<HttpStatusCode> TryPasswordAsync(this HttpClient client, string password, string user = TestApp.User)
    {
        using var answer = await client.PostFormAsync(Credentials(password, user));
        return answer.StatusCode;
    }

    public static Dictionary<string, string> Credentials(string password = TestApp.Password, string user = TestApp.User) =>
        new() { ["username"] = user, ["password"] = password };

    public static string Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join('\n', values) : "";

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("""name="form_token" value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
