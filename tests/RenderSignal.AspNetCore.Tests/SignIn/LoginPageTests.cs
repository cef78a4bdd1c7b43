using System.Net;

namespace RenderSignal.AspNetCore.Tests;

public sealed class LoginPageTests
{
    [Theory]
    [InlineData(null, "Sign in", "Sign in", "en")]
    [InlineData("de-DE, fr-FR;q=0.8, en;q=0.5", "Connexion", "Se connecter", "fr")]
    [InlineData("en-GB, fr;q=0.8", "Sign in", "Sign in", "en")]
    [InlineData("fr;q=0, de", "Sign in", "Sign in", "en")]
    [InlineData("en;q=x,,fr", "Connexion", "Se connecter", "fr")]
    public async Task The_page_speaks_French_or_English_as_the_browser_likes(string? accepted, string heading, string button, string language)
    {
        await using var app = await TestApp.StartAsync();

        var (_, page) = await app.Client.OpenAsync("/login", accepted);

        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($">{button}</button>", page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_page_needs_no_script_and_has_a_label_for_each_field()
    {
        await using var app = await TestApp.StartAsync();

        var (_, page) = await app.Client.OpenAsync("/login");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        foreach (var part in new[] { "<label for=\"username\">", "<label for=\"password\">", "autocomplete=\"username\"", "autocomplete=\"current-password\"", " autofocus" })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/login", HttpStatusCode.OK)]
    [InlineData("/assets/any/styles/login.css", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    public async Task The_head_of_a_page_can_be_asked_for(string path, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        app.Log.AssertNoWarnings();
    }
}
