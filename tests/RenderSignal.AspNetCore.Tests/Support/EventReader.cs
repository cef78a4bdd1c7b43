using System.Net.Http.Headers;
using System.Net.ServerSentEvents;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Reads <c>/api/events</c> as a browser does.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventReader(HttpResponseMessage response, Stream stream)
    {
        Response = response;
        _items = SseParser.Create(stream).EnumerateAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
    }

    public HttpResponseMessage Response { get; }

    /// <summary>Opens a stream; its first event, a ping, is in <see cref="Hello"/>.</summary>
    public static async Task<EventReader> OpenAsync(HttpClient client, string path = "/api/events", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        var reader = new EventReader(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        reader.Hello = await reader.NextAsync();
        Assert.Equal("ping", reader.Hello.EventType);
        return reader;
    }

    public SseItem<string> Hello { get; private set; }

    public async Task<SseItem<string>> NextAsync(TimeSpan? patience = null)
    {
        Assert.True(await MoveAsync(patience ?? Patience), "The stream has ended.");
        return _items.Current;
    }

    public async Task<List<SseItem<string>>> TakeAsync(int count)
    {
        var taken = new List<SseItem<string>>();
        while (taken.Count < count)
        {
            taken.Add(await NextAsync());
        }

        return taken;
    }

    public async Task EndsAsync(TimeSpan patience) => Assert.False(await MoveAsync(patience), "The stream goes on.");

    public async ValueTask DisposeAsync()
    {
        Response.Dispose();
        await _items.DisposeAsync();
    }

    private Task<bool> MoveAsync(TimeSpan patience) =>
        _items.MoveNextAsync().AsTask().WaitAsync(patience, TimeProvider.System, TestContext.Current.CancellationToken);
}
