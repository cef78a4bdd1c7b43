using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;

namespace RenderSignal.TestKit.Tests;

public sealed class WebhookReceiverTests : IDisposable
{
    private readonly HttpClient _client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_request_is_recorded_and_answered_with_success()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Url("/hook?a=%20b"));
        request.Content = JsonContent.Create(new { subject = "été" });
        request.Headers.Add("webhook-id", "id-1");

        using var response = await _client.SendAsync(request, Token);

        Assert.Equal("""{"success":true}""", await response.Content.ReadAsStringAsync(Token));
        var received = Assert.Single(receiver.Requests);
        Assert.Equal("POST", received.Method);
        Assert.Equal("/hook?a=%20b", received.Path);
        Assert.Equal("id-1", received.Headers["Webhook-Id"]);
        Assert.Equal("été", (string?)received.Json!["subject"]);
    }

    [Fact]
    public async Task Answers_come_in_order_and_the_last_repeats_on_each_path_of_its_own()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(503).With("Retry-After", "7"), new Answer(429));
        receiver.ScriptPath("/other", new Answer(204));

        using var first = await GetAsync(receiver, "/a");
        using var second = await GetAsync(receiver, "/b");
        using var third = await GetAsync(receiver, "/a");
        using var other = await GetAsync(receiver, "/other?x");

        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter!.Delta);
        Assert.Equal(
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent],
            new[] { first, second, third, other }.Select(response => response.StatusCode));
    }

    [Fact]
    public async Task An_answer_is_held_until_the_test_lets_it_go()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        var release = new TaskCompletionSource();
        receiver.Script(Answer.Success.After(release.Task));

        var answering = GetAsync(receiver, "/");
        await receiver.WaitForAsync(1, cancellationToken: Token);
        Assert.False(answering.IsCompleted);
        release.SetResult();

        using var response = await answering;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_request_never_answered_ends_when_the_receiver_stops_and_a_start_takes_the_same_port()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Never, Answer.Cut, Answer.Success);

        var answering = GetAsync(receiver, "/");
        await receiver.WaitForAsync(1, cancellationToken: Token);
        await receiver.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => answering);
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(receiver, "/"));

        await receiver.StartAgainAsync(Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(receiver, "/cut"));
        using var response = await GetAsync(receiver, "/");
        Assert.Equal(["/", "/cut", "/"], receiver.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Waiting_for_requests_that_do_not_come_ends()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        using var response = await GetAsync(receiver, "/only");

        var timeout = await Assert.ThrowsAsync<TimeoutException>(
            () => receiver.WaitForAsync(2, TimeSpan.FromMilliseconds(20), Token));

        Assert.Contains("GET /only", timeout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_only_those_who_trust_the_CA_file_get_through()
    {
        await using var receiver = await WebhookReceiver.StartAsync(https: true, Token);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(receiver.CaFile);
        using var trusting = new HttpClient(handler);

        using var response = await trusting.GetAsync(receiver.Url(), Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(receiver, "/"));
    }

    private Task<HttpResponseMessage> GetAsync(WebhookReceiver receiver, string path) =>
        _client.GetAsync(receiver.Url(path), Token);
}
