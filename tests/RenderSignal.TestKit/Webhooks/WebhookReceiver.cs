using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;

namespace RenderSignal.TestKit;

/// <summary>A real HTTP server on loopback that records each request and answers what the test scripted.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, AnswerScript> _scripts = new();
    private readonly Recording<ReceivedRequest> _requests = new();
    private readonly int _port = FreePort.Next();
    private readonly TempFolder? _folder;
    private readonly ServerCertificate? _certificate;

    private AnswerScript _otherwise = new([Answer.Success]);
    private CancellationTokenSource _stopping = new();
    private WebApplication? _application;

    private WebhookReceiver(ServerCertificate? certificate)
    {
        if (certificate is not null)
        {
            _folder = new TempFolder();
            _certificate = certificate;
            File.WriteAllText(_folder.File("ca.pem"), _certificate.AuthorityPem);
        }
    }

    /// <summary>The requests so far, in the order in which they were complete.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _requests.Items;

    /// <summary>Called with each request, on any thread, before it is answered.</summary>
    public Action<ReceivedRequest>? OnRequest { get; set; }

    /// <summary>The PEM file of the authority that signed the certificate.</summary>
    /// <exception cref="InvalidOperationException">The receiver speaks plain HTTP.</exception>
    public string CaFile =>
        _folder?.File("ca.pem") ?? throw new InvalidOperationException("A receiver without https has no certificate.");

    /// <param name="https">Speak HTTPS with a certificate that no client trusts unless it is told to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<WebhookReceiver> StartAsync(bool https = false, CancellationToken cancellationToken = default) =>
        StartAsync(https ? ServerCertificate.Create() : null, cancellationToken);

    /// <param name="certificate">Speak HTTPS with this certificate, which is the receiver's from now on; null: plain HTTP.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WebhookReceiver> StartAsync(ServerCertificate? certificate, CancellationToken cancellationToken = default)
    {
        var receiver = new WebhookReceiver(certificate);
        await receiver.StartAgainAsync(cancellationToken);
        return receiver;
    }

    /// <summary>The address of a path on this receiver; the same after a stop and a start.</summary>
    public Uri Url(string path = "/") => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{_port}{path}");

    /// <summary>What to answer from now on to all paths without a script of their own; the last answer repeats.</summary>
    public void Script(params IReadOnlyList<Answer> answers) => _otherwise = new AnswerScript(answers);

    /// <summary>What to answer from now on to one path (without query); the last answer repeats.</summary>
    public void ScriptPath(string path, params IReadOnlyList<Answer> answers) => _scripts[path] = new AnswerScript(answers);

    /// <summary>Waits until so many requests have come, counted from the start or the last <see cref="Forget"/>.</summary>
    /// <exception cref="TimeoutException">They did not come within <paramref name="timeout"/> (10 s when null).</exception>
    public Task<IReadOnlyList<ReceivedRequest>> WaitForAsync(
        int count, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _requests.WaitForAsync(requests => requests.Count >= count, $"{count} requests", timeout, cancellationToken);

    /// <summary>Waits until the requests, counted from the start or the last <see cref="Forget"/>, are what is waited for.</summary>
    /// <param name="areEnough">Whether they are.</param>
    /// <param name="description">What is waited for, for the message.</param>
    /// <param name="timeout">10 s when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">They were not within <paramref name="timeout"/>.</exception>
    public Task<IReadOnlyList<ReceivedRequest>> WaitForAsync(
        Func<IReadOnlyList<ReceivedRequest>, bool> areEnough, string description, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _requests.WaitForAsync(areEnough, description, timeout, cancellationToken);

    /// <summary>Forgets the requests so far.</summary>
    public void Forget() => _requests.Clear();

    /// <summary>Starts the stopped receiver on the same port; its script goes on.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (_application is not null)
        {
            throw new InvalidOperationException("The receiver is running already.");
        }

        // Empty: no configuration files, no environment variables, no logging.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(2)).UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, _port, endpoint =>
            {
                if (_certificate is not null)
                {
                    endpoint.UseHttps(_certificate.Certificate);
                }
            });
        });
        _application = builder.Build();
        _application.Run(ReceiveAsync);
        await _application.StartAsync(cancellationToken);
    }

    /// <summary>Refuses connections from now on; answers still held are never given.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _application, null) is { } application)
        {
            await _stopping.CancelAsync();
            await application.DisposeAsync();
            _stopping.Dispose();
            _stopping = new CancellationTokenSource();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
        _certificate?.Dispose();
        _folder?.Dispose();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(over.Token);
            var answer = _scripts.GetValueOrDefault(context.Request.Path, _otherwise).Next();
            var request = ToReceivedRequest(context, body);
            _requests.Add(request);
            OnRequest?.Invoke(request);

            await answer.Hold(over.Token);
            if (answer.CutsConnection)
            {
                context.Abort();
                return;
            }

            await WriteAsync(context.Response, answer, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static ReceivedRequest ToReceivedRequest(HttpContext context, string body) => new(
        context.Request.Method,
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        body,
        SystemClock.Instance.GetCurrentInstant());

    private static async Task WriteAsync(HttpResponse response, Answer answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            await response.WriteAsync(answer.Body, cancellationToken);
        }
    }
}
