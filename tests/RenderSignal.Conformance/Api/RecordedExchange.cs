using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenderSignal.Conformance;

/// <summary>One request of a case, and what must come back.</summary>
internal sealed class RecordedExchange(JsonObject recorded)
{
    public async Task MatchesAsync(HttpClient client)
    {
        using var request = NewRequest();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var expected = recorded.Expected();
        Assert.True((int?)expected["status"] == (int)answer.StatusCode, $"{recorded.ToJsonString()}\ngave {(int)answer.StatusCode} {text}");
        Assert.Equal((string?)expected["location"], answer.Headers.Location?.OriginalString);
        if (expected["json"] is { } json)
        {
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
            Assert.True(RecordedJson.Matches(json, Parse(text)), $"{recorded.ToJsonString()}\ngave {text}");
        }
    }

    private HttpRequestMessage NewRequest()
    {
        var request = new HttpRequestMessage(new HttpMethod(recorded.Text("method")), recorded.Text("path"));
        foreach (var (name, value) in recorded["headers"]?.AsObject() ?? [])
        {
            request.Headers.Add(name, (string?)value);
        }

        request.Content = (recorded["form"]?.AsObject(), recorded["json"]) switch
        {
            ({ } form, _) => new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Key, (string?)field.Value))),
            (null, { } json) => JsonContent.Create(json),
            _ => null,
        };
        return request;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
