using System.Net;
using System.Text.Json.Nodes;

namespace RenderSignal.Chaos.Tests;

/// <summary>Somebody who uses the pages and the API of one server.</summary>
internal sealed class ServerClient(Uri address) : IDisposable
{
    public const string Password = "correct horse";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    public async Task<HttpStatusCode> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return answer.StatusCode;
    }

    /// <returns>302 when the server lets the user in.</returns>
    public async Task<HttpStatusCode> SignInAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = "admin", ["password"] = Password });
        using var answer = await _http.PostAsync(new Uri("/login", UriKind.Relative), form, cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Asks for JSON, whatever the status.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Body)> AskAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!.AsObject());
    }

    /// <summary>What <c>/health/ready</c> says.</summary>
    public async Task<ServerHealth> HealthAsync(CancellationToken cancellationToken)
    {
        var (status, body) = await AskAsync("/health/ready", cancellationToken);
        return new ServerHealth(status, body["components"]!.AsObject());
    }

    /// <summary>The subjects of the mails that the server lists as sent. Needs to be signed in.</summary>
    public async Task<IReadOnlyList<string>> SentAsync(CancellationToken cancellationToken)
    {
        var (_, body) = await AskAsync("/api/emails?decision=sent", cancellationToken);
        return [.. body["emails"]!.AsArray().Select(email => (string)email!["subject"]!)];
    }

    public void Dispose() => _http.Dispose();
}
