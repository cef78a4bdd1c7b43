namespace RenderSignal.Dashboard.Tests;

/// <summary>
/// A test in a browser, over a site of its own. It fails also when a page reported an error, a request of a page failed or the server
/// logged a warning, unless the test allows it; for uncaught exceptions and violations of the Content-Security-Policy there is no leave.
/// </summary>
public abstract class DashboardTest(Bench bench) : IAsyncLifetime
{
    private readonly List<(IBrowserContext Context, PageProblems Problems)> _visitors = [];
    private readonly List<string> _allowedProblems = [];
    private readonly List<string> _allowedWarnings = [];
    private Site? _site;
    private string? _session;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Each language with each theme.</summary>
    public static TheoryData<string, ColorScheme> LanguagesAndThemes { get; } = new()
    {
        { "en-GB", ColorScheme.Light }, { "en-GB", ColorScheme.Dark }, { "fr-FR", ColorScheme.Light }, { "fr-FR", ColorScheme.Dark },
    };

    protected Site Site => _site ?? throw new InvalidOperationException("No site yet: await StartSiteAsync() first.");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts the site with variables laid over its own; null takes one away.</summary>
    protected Task<Site> StartSiteAsync(params IEnumerable<(string Name, string? Value)> variables) => StartSiteWithAsync([], variables);

    /// <summary>As <see cref="StartSiteAsync"/>, with documents that were stored before: <c>("processing_prefs", """{"rate_limit_per_hour": 0}""")</c>.</summary>
    protected async Task<Site> StartSiteWithAsync(IEnumerable<(string Name, string Json)> documents, params IEnumerable<(string Name, string? Value)> variables) =>
        _site = await Site.StartAsync(bench.Dovecot, variables, documents, Token);

    /// <summary>The sign-in page, as a stranger opens it.</summary>
    protected async Task<IPage> OpenSignInAsync(Look? look = null)
    {
        var page = await NewPageAsync(look ?? Look.Default, session: null);
        await page.GotoAsync("/login");
        return page;
    }

    /// <summary>A tab of the dashboard, such as <c>overview</c>, in a browser of its own that has signed in; its heading is there.</summary>
    protected async Task<IPage> OpenTabAsync(string tab, Look? look = null)
    {
        var page = await NewPageAsync(look ?? Look.Default, _session);
        _session ??= await SignInAsync(page.Context);
        await page.GotoAsync($"/#/{tab}");
        await Expect(page.Locator($"nav a[href='#/{tab}'][aria-current=page]")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Types the password and presses the button; the page may refuse.</summary>
    protected static async Task SubmitSignInAsync(IPage page, string password)
    {
        await page.Locator("#username").FillAsync(Site.User);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>Lets problems with one of these texts pass: <c>"POST /login: 429"</c>, <c>"/api/events: net::ERR_CONNECTION_REFUSED"</c>.</summary>
    protected void AllowProblems(params IEnumerable<string> texts) => _allowedProblems.AddRange(texts);

    /// <summary>Lets warnings and errors with one of these texts in the server's log pass.</summary>
    protected void AllowWarnings(params IEnumerable<string> texts) => _allowedWarnings.AddRange(texts);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await CloseVisitorsAsync();
        }
        finally
        {
            await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>What went wrong in any page so far, but for what is allowed.</summary>
    internal IReadOnlyList<string> Problems() => [.. _visitors.SelectMany(visitor => visitor.Problems.Except(_allowedProblems))];

    private async Task CloseVisitorsAsync()
    {
        var hasFailed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (context, _) in _visitors)
        {
            if (hasFailed)
            {
                await Artifacts.ShootFailureAsync(context);
            }

            await context.CloseAsync();
        }

        PageChecks.AssertNone(Problems());
        if (_site is not null)
        {
            await _site.StopAsync();
            _site.Log.AssertNoWarnings(expectedTexts: _allowedWarnings);
        }
    }

    /// <summary>Sends the form without loading its page, which costs each test a second that the tests of the sign-in have spent already.</summary>
    /// <returns>The session, for further visitors.</returns>
    private static async Task<string> SignInAsync(IBrowserContext context)
    {
        var form = context.APIRequest.CreateFormData();
        form.Set("username", Site.User);
        form.Set("password", Site.Password);
        var answer = await context.APIRequest.PostAsync("/login", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
        return await context.StorageStateAsync();
    }

    private async Task<IPage> NewPageAsync(Look look, string? session)
    {
        var context = await bench.Chromium.NewContextAsync(Site.Address, look, session);
        _visitors.Add((context, new PageProblems(context)));
        return await context.NewPageAsync();
    }
}
