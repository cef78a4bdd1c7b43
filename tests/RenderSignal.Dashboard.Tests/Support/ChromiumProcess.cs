namespace RenderSignal.Dashboard.Tests;

/// <summary>Debian's Chromium, driven by Playwright, which downloads nothing.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private const float Timeout = 10_000;

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // nothing leaves this machine
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ChromiumProcess(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <exception cref="FileNotFoundException">Chromium is not installed.</exception>
    public static async Task<ChromiumProcess> StartAsync()
    {
        if (!File.Exists(Program))
        {
            throw new FileNotFoundException($"{Program} is not installed. Run: apt-get install chromium");
        }

        SetDefaultExpectTimeout(Timeout);
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new ChromiumProcess(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags, Timeout = Timeout * 3 }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>A context as a new browser of a new visitor would be, with nothing remembered but what <paramref name="storageState"/> says.</summary>
    /// <param name="address">What the pages' addresses are relative to.</param>
    /// <param name="look">How the visitor sees the pages.</param>
    /// <param name="storageState">Cookies and local storage, from another context.</param>
    public async Task<IBrowserContext> NewContextAsync(Uri address, Look look, string? storageState = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            ColorScheme = look.Theme,
            Locale = look.Locale,
            TimezoneId = look.TimeZone,
            ViewportSize = look.Size,
            StorageState = storageState,
        });
        context.SetDefaultTimeout(Timeout);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
