using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace RenderSignal.AspNetCore.Tests;

public sealed partial class AssetTests
{
    /// <summary>In octets, as they go over the wire.</summary>
    private const int MostOfAFirstLoad = 150_000;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_first_load_is_small_and_kept_for_good(string language)
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, page) = await app.Client.OpenAsync("/", language);
        var addresses = Address().Matches(page).Select(match => match.Groups["address"].Value).Distinct().ToList();

        var sizes = new Dictionary<string, int>();
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("br") } } };
            using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
            Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
            sizes[address] = (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        string[] expected = ["dashboard.css", "dashboard.js", "icon.svg", "styles/base.css", $"texts/{language}.json", "vendor/pico.css"];
        Assert.Equal(expected, addresses.Select(address => address.Split('/', 4)[3]).Order(StringComparer.Ordinal));
        TestContext.Current.SendDiagnosticMessage("A first load ({0}): {1} files, {2} octets", language, sizes.Count, sizes.Values.Sum() + page.Length);
        Assert.InRange(sizes.Values.Sum() + page.Length, 1, MostOfAFirstLoad);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("fr-CA, en;q=0.5", "fr")]
    [InlineData("frr, en;q=0.5", "en")]
    [InlineData("frr", "en")]
    public async Task The_frame_tells_its_language_which_there_are_and_where_the_events_stand(string accepted, string language)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (_, page) = await app.Client.OpenAsync("/", accepted);

        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains("data-languages=\"en fr\"", page, StringComparison.Ordinal);
        Assert.Contains($"data-events=\"{app.Get<ActivityFeed>().LastId}\"", page, StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", "")]
    [InlineData("x-br, gzip;q=x", "")]
    public async Task A_file_comes_in_an_encoding_that_the_browser_takes(string accepted, string encoding)
    {
        await using var app = await TestApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/any/app.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(encoding, string.Join(",", answer.Content.Headers.ContentEncoding));
        Assert.Equal("Accept-Encoding", answer.Header("Vary"));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_page_of_an_earlier_version_gets_what_there_is_now_and_does_not_keep_it()
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.Client.GetAsync("/assets/0123456789abcdef/app.js", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "no-cache"), (answer.StatusCode, answer.Header("Cache-Control")));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("/assets/any/nothing.js")]
    [InlineData("/assets/any/../../appsettings.json")]
    [InlineData("/assets/any/vendor/")]
    [InlineData("/assets/any/")]
    [InlineData("/assets/any")]
    public async Task Nothing_else_is_served(string path)
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task One_file_has_all_scripts_each_after_those_that_it_imports()
    {
        await using var app = await TestApp.StartAsync();

        var script = await app.Client.GetStringAsync("/assets/any/dashboard.js", TestContext.Current.CancellationToken);

        var modules = ModuleBegin().Matches(script).Select(match => match.Groups["path"].Value).Append("app.js").ToList();
        Assert.Equal(DashboardFiles.All.Where(path => path.EndsWith(".js", StringComparison.Ordinal)).Order(StringComparer.Ordinal), modules.Order(StringComparer.Ordinal));
        foreach (var (module, imported) in DashboardFiles.Imports)
        {
            Assert.True(modules.IndexOf(imported) < modules.IndexOf(module), $"{imported} stands after {module}, which imports it.");
        }
    }

    [Fact]
    public void Every_module_that_a_script_imports_is_there()
    {
        Assert.NotEmpty(DashboardFiles.Imports);
        Assert.DoesNotContain(DashboardFiles.Imports, import => !DashboardFiles.All.Contains(import.Imported));
    }

    /// <summary>A mail's subject is anybody's text.</summary>
    [Fact]
    public void No_script_makes_HTML_or_code_from_text() =>
        Assert.DoesNotContain(DashboardFiles.Scripts, path => MakesMarkup().IsMatch(DashboardFiles.Read(path)));

    [Fact]
    public void Every_library_has_its_licence_beside_it()
    {
        foreach (var (library, licence) in new[] { ("preact.js", "preact"), ("hooks.js", "preact"), ("htm.js", "htm"), ("pico.css", "pico") })
        {
            Assert.Contains($"vendor/{library}", DashboardFiles.All);
            Assert.Contains($"vendor/{licence}.LICENSE.txt", DashboardFiles.All);
        }

        Assert.Equal(4, DashboardFiles.All.Count(path => path.StartsWith("vendor/", StringComparison.Ordinal) && !path.EndsWith(".txt", StringComparison.Ordinal)));
    }

    [GeneratedRegex("(?:href|src|data-texts)=\"(?<address>/assets/[^\"]+)\"")]
    private static partial Regex Address();

    [GeneratedRegex(@"^const \$module\d+ = \(\(\) => \{ // (?<path>\S+)$", RegexOptions.Multiline)]
    private static partial Regex ModuleBegin();

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|\beval\(|new Function|setAttribute\('on")]
    private static partial Regex MakesMarkup();
}
