using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ConfigureServerControlOptionsTests
{
    [Theory]
    [InlineData("RENDER_DEPLOY_HOOK_URL", "http://render.example.test/deploy/secret", "RENDER_DEPLOY_HOOK_URL is 'http://render.example.test/***': write an https:// address.")]
    [InlineData("RENDER_API_HOST", "http://render.example.test", "RENDER_API_HOST is 'http://render.example.test': write a host such as api.render.com.")]
    [InlineData("RENDER_API_HOST", "api.render.com/v1", "RENDER_API_HOST is 'api.render.com/v1': write a host such as api.render.com.")]
    [InlineData("RENDER_API_KEY", "two words", "RENDER_API_KEY is '***': write the key as Render shows it, one word of ASCII characters.")]
    [InlineData("RENDER_SERVICE_ID", "../../secret", "RENDER_SERVICE_ID is '***': write an id such as srv-abc123.")]
    [InlineData("RENDER_DEPLOY_CLEAR_CACHE", "perhaps", "RENDER_DEPLOY_CLEAR_CACHE is 'perhaps': write clear or do_not_clear.")]
    public async Task What_cannot_be_understood_stops_the_start_and_no_secret_is_shown(string variable, string value, string message)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new Dictionary<string, string?> { [variable] = value }));

        Assert.Equal([message], failure.Failures);
    }
}
