using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

/// <summary>The sample server within a test, without Kestrel, as an application's own tests run it.</summary>
public sealed class InProcessTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly WebApplicationFactory<Program> _factory;

    public InProcessTests() => _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
        .UseSetting("RENDERSIGNAL_DATA", _data.FullPath)
        .UseSetting("TRIGGER_PAGE_PASSWORD", "pw"));

    public void Dispose()
    {
        _factory.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task It_signs_in_reads_and_changes_settings()
    {
        using var client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = "admin", ["password"] = "pw" });
        using var signedIn = await client.PostAsync("/login", form, TestContext.Current.CancellationToken);
        using var body = new StringContent("""{"retry_count": 4}""", System.Text.Encoding.UTF8, "application/json");
        using var changed = await client.PostAsync("/api/processing_prefs", body, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (signedIn.StatusCode, changed.StatusCode));
        Assert.Contains("\"retry_count\":4", await client.GetStringAsync("/api/get_processing_prefs", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
