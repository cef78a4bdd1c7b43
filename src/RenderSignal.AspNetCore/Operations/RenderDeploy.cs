using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>Asks Render to deploy this service anew. One try of 15 seconds.</summary>
internal sealed class RenderDeploy(IHttpClientFactory clients, IOptions<ServerControlOptions> options, TimeProvider time)
{
    public const string ClientName = "RenderSignal.ServerControl";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <returns>What went wrong, in words without the address or the key; null when Render accepted.</returns>
    public async Task<string?> ByHookAsync(Uri hook)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hook);
        return await SendAsync(request, $"check {ServerControlOptions.DeployHookVariable}");
    }

    /// <inheritdoc cref="ByHookAsync"/>
    public async Task<string?> ByApiAsync(string serviceId, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.RenderApi, $"/v1/services/{serviceId}/deploys"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Content = JsonContent.Create(new RenderDeployRequest(options.Value.ClearRenderCache ? "clear" : "do_not_clear"));
        return await SendAsync(request, $"check {ServerControlOptions.RenderApiKeyVariable} and {ServerControlOptions.RenderServiceIdVariable}");
    }

    /// <remarks>Not ended with the request of who asked for it: nobody would know whether Render deploys.</remarks>
    private async Task<string?> SendAsync(HttpRequestMessage request, string hint)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return response.IsSuccessStatusCode ? null : $"Render answered HTTP {(int)response.StatusCode}: {hint}.";
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return timeout.IsCancellationRequested
                ? $"Render did not answer within {Timeout.TotalSeconds} s; whether it deploys, its dashboard says."
                : $"Render cannot be reached: {exception.GetBaseException().Message}.";
        }
    }
}
