using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

public sealed class RouteTableTests
{
    [Theory]
    [InlineData("text/plain", "'text/plain'")]
    [InlineData(null, "nothing")]
    public async Task A_body_that_is_not_said_to_be_what_a_route_takes_is_told_what_it_takes(string? contentType, string told)
    {
        await using var app = await TestApp.StartSignedInAsync();
        using var body = new StringContent("{}");
        body.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);

        using var answer = await app.Client.PostAsync("/api/update_runtime_flags", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            $"The body is said to be {told}: send it with the header Content-Type: application/json.", (string?)JsonNode.Parse(await answer.TextAsync())!["message"]);
        app.Log.AssertNoWarnings();
    }
}
