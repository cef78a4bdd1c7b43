using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using RenderSignal.TestKit;

namespace RenderSignal.Chaos.Tests;

/// <summary>
/// A receiver on loopback that records each request from its first byte to its answer. Like a real one it carries out what it was asked
/// even if the sender has gone meanwhile. Each server has a path of its own on it, which tells who sent.
/// </summary>
internal sealed class DeliveryReceiver : IAsyncDisposable
{
    private const string PathPrefix = "/from/";

    private readonly int _port = FreePort.Next();
    private readonly Recording<Delivery> _deliveries = new();
    private readonly Func<TimeSpan> _elapsed;
    private readonly WebApplication _application;

    private DeliveryReceiver(Func<TimeSpan> elapsed)
    {
        _elapsed = elapsed;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(2)).UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        _application = builder.Build();
        _application.Run(ReceiveAsync);
    }

    /// <summary>Decides, by a mail's subject, what to answer, and answers when the task ends. Called when the request was read.</summary>
    public Func<string, Task<ReceiverAnswer>> Answer { get; set; } = _ => Task.FromResult(ReceiverAnswer.Accepted);

    /// <summary>The requests that have ended, in that order.</summary>
    public IReadOnlyList<Delivery> Deliveries => _deliveries.Items;

    /// <param name="elapsed">The clock of what is recorded.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DeliveryReceiver> StartAsync(Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        var receiver = new DeliveryReceiver(elapsed);
        await receiver._application.StartAsync(cancellationToken);
        return receiver;
    }

    public Uri UrlFor(string sender) => new($"http://127.0.0.1:{_port}{PathPrefix}{sender}");

    /// <summary>Waits for an accepted delivery of a mail.</summary>
    /// <exception cref="TimeoutException">There was none in time.</exception>
    public async Task<Delivery> WaitForAcceptedAsync(string subject, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var deliveries = await _deliveries.WaitForAsync(deliveries => deliveries.Any(IsWanted), $"accepted delivery of '{subject}'", timeout, cancellationToken);
        return deliveries.First(IsWanted);

        bool IsWanted(Delivery delivery) => delivery.IsAccepted && delivery.Subject == subject;
    }

    /// <summary>Waits until each of these mails was accepted.</summary>
    /// <returns>Whether they were, in time.</returns>
    public async Task<bool> WaitForAllAsync(IReadOnlyCollection<string> subjects, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await _deliveries.WaitForAsync(
                deliveries => deliveries.Where(delivery => delivery.IsAccepted).Select(delivery => delivery.Subject).ToHashSet().IsSupersetOf(subjects),
                "deliveries of all mails", timeout, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var beganAt = _elapsed();
        var (subject, answer) = await AnswerAsync(context.Request);
        _deliveries.Add(new Delivery(
            context.Request.Headers["webhook-id"].ToString(), subject, context.Request.Path.Value![PathPrefix.Length..], beganAt, _elapsed(), answer));
        if (answer == ReceiverAnswer.Cut)
        {
            context.Abort();
            return;
        }

        var isAccepted = answer == ReceiverAnswer.Accepted;
        context.Response.StatusCode = isAccepted ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
        await context.Response.WriteAsync(isAccepted ? """{"success":true}""" : "", CancellationToken.None);
    }

    private async Task<(string Subject, ReceiverAnswer Answer)> AnswerAsync(HttpRequest request)
    {
        try
        {
            var subject = (string?)(await JsonNode.ParseAsync(request.Body, cancellationToken: CancellationToken.None))?["subject"] ?? "";
            return (subject, await Answer(subject));
        }
        catch (Exception brokenOff) when (brokenOff is IOException or JsonException or BadHttpRequestException)
        {
            return ("", ReceiverAnswer.Cut);
        }
    }
}
