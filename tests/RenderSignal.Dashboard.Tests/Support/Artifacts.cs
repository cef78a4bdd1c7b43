namespace RenderSignal.Dashboard.Tests;

/// <summary>Where tests leave what people may want to look at.</summary>
internal static class Artifacts
{
    private const string Failed = "failed";

    private static readonly string Root = FindRoot();
    private static int _failures;

    /// <summary>A file in <c>artifacts/screenshots</c> of the repository.</summary>
    public static string Screenshot(params ReadOnlySpan<string> parts) => Path.Combine([Root, "artifacts", "screenshots", .. parts]);

    /// <summary>Removes the pictures of an earlier run's failures.</summary>
    public static void ForgetFailures()
    {
        if (Directory.Exists(Screenshot(Failed)))
        {
            Directory.Delete(Screenshot(Failed), recursive: true);
        }
    }

    /// <summary>Writes <c>artifacts/screenshots/failed/CLASS.TEST-N.png</c> of each page of a failed test.</summary>
    public static async Task ShootFailureAsync(IBrowserContext context)
    {
        var test = TestContext.Current.TestMethod!;
        foreach (var page in context.Pages)
        {
            var file = $"{test.TestClass.TestClassSimpleName}.{test.MethodName}-{Interlocked.Increment(ref _failures)}.png";
            await page.ScreenshotAsync(new() { Path = Screenshot(Failed, file) });
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RenderSignal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"RenderSignal.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
