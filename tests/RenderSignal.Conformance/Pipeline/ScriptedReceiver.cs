using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace RenderSignal.Conformance;

/// <summary>Stands where the network would be: records each request and answers as the case says.</summary>
internal sealed class ScriptedReceiver(IReadOnlyList<JsonNode> answers) : HttpMessageHandler
{
    private readonly List<JsonObject> _posts = [];
    private int _next;

    /// <summary>The requests since the last call, in the shape of a case's <c>posts</c>.</summary>
    public JsonArray TakePosts()
    {
        var posts = new JsonArray([.. _posts]);
        _posts.Clear();
        return posts;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _posts.Add(new JsonObject
        {
            ["url"] = request.RequestUri!.AbsoluteUri,
            ["json"] = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)),
            ["authorization"] = request.Headers.Authorization?.ToString(),
        });
        var answer = answers[Math.Min(_next++, answers.Count - 1)];
        return answer["fault"] is null
            ? new HttpResponseMessage((HttpStatusCode)(int)answer["status"]!)
            {
                Content = new StringContent(answer.Text("body"), Encoding.UTF8),
                RequestMessage = request,
            }
            : throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
    }
}
