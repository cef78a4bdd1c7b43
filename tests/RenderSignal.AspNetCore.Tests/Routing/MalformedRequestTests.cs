using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore.Tests;

public sealed class MalformedRequestTests
{
    private const int Seed = 20261122;
    private const int Count = 10_000;

    // What somebody did not set up is told so.
    private static readonly HttpStatusCode[] Expected = [HttpStatusCode.NotImplemented, HttpStatusCode.ServiceUnavailable];

    [Fact]
    public async Task Ten_thousand_malformed_requests_give_no_server_error_and_log_none()
    {
        // Nothing to connect to is set, so that no request, however lucky, leaves this process.
        var nowhere = new Dictionary<string, string?> { ["IMAP_SERVER"] = null, ["WEBHOOK_URL"] = null, ["MAKECOM_API_KEY"] = null };
        await using var app = await TestApp.StartSignedInAsync(nowhere);
        var requests = new MalformedRequests(Seed, app.Address, Patterns(app));
        using var stranger = app.NewClient();
        var failures = new List<string>();
        var cut = 0;

        for (var i = 0; i < Count; i++)
        {
            using var request = requests.Next();
            try
            {
                using var answer = await (i % 3 == 0 ? stranger : app.Client).SendAsync(
                    request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                if ((int)answer.StatusCode >= 500 && !Expected.Contains(answer.StatusCode))
                {
                    failures.Add($"{i}: {request.Method} {request.RequestUri} gave {(int)answer.StatusCode}");
                }
            }
            catch (HttpRequestException exception) when (exception.InnerException is IOException && request.Content?.Headers.ContentLength is null or > JsonBody.MaxLength / 2)
            {
                // The server refused a large body before all of it was sent, and this client does not read an answer then.
                cut++;
            }
        }

        Assert.InRange(cut, 0, Count / 20);

        Assert.Empty(failures);
        Assert.Empty(app.Log.Records.Where(record => record.Level >= LogLevel.Error).Select(record => $"{record.Category}: {record.Message} {record.Exception}"));
    }

    private static List<string> Patterns(TestApp app) =>
        [.. app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}").Distinct().Order(StringComparer.Ordinal)];
}
