using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore.Tests;

public sealed class DashboardOptionsTests
{
    [Theory]
    [InlineData("TRIGGER_PAGE_PASSWORD", "pbkdf2-sha512:1000:x:y", "--hash-password")]
    [InlineData("TRIGGER_PAGE_PASSWORD", "pbkdf2-md5", "--hash-password")]
    [InlineData("TEST_API_KEY", "two words", "one word")]
    [InlineData("TEST_API_KEY", "clé", "one word")]
    [InlineData("CORS_ALLOWED_ORIGINS", "*", "every site")]
    [InlineData("CORS_ALLOWED_ORIGINS", "https://a.example.test, b.example.test", "'b.example.test'")]
    [InlineData("CORS_ALLOWED_ORIGINS", "https://*.example.test", "scheme://host")]
    [InlineData("CORS_ALLOWED_ORIGINS", "https://a.example.test/path", "scheme://host")]
    [InlineData("CORS_ALLOWED_ORIGINS", "https://user@a.example.test", "scheme://host")]
    [InlineData("CORS_ALLOWED_ORIGINS", "ftp://a.example.test", "scheme://host")]
    [InlineData("CORS_ALLOWED_ORIGINS", "null", "scheme://host")]
    public async Task A_value_that_cannot_be_used_stops_the_start_and_is_named(string variable, string value, string advice)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new Dictionary<string, string?> { [variable] = value }));

        var failure = Assert.Single(exception.Failures);
        Assert.StartsWith(variable, failure, StringComparison.Ordinal);
        Assert.Contains(advice, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example.test,http://127.0.0.1:8080, http://[::1]:81")]
    [InlineData("https://A.example.test")]
    [InlineData("https://a.example.test/")]
    [InlineData("https://a.example.test:443")]
    public async Task Origins_as_browsers_send_them_are_accepted(string origins)
    {
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["CORS_ALLOWED_ORIGINS"] = origins });

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task No_message_shows_a_password_or_key()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new Dictionary<string, string?>
        {
            ["TRIGGER_PAGE_PASSWORD"] = "pbkdf2-unmistakable",
            ["TEST_API_KEY"] = "unmistakable key",
        }));

        Assert.Equal(2, exception.Failures.Count());
        Assert.DoesNotContain("unmistakable", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(400)]
    public async Task A_session_lasts_more_than_nothing_and_not_for_ever(int days)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(
            services: services => services.Configure<DashboardOptions>(options => options.SessionLifetime = TimeSpan.FromDays(days))));

        Assert.Contains("SessionLifetime", Assert.Single(exception.Failures), StringComparison.Ordinal);
    }
}
