using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

public sealed class PageProblemsTests(Bench bench) : DashboardTest(bench)
{
    private readonly Bench _bench = bench;

    [Theory]
    [InlineData("console.error('no good')", "no good")]
    [InlineData("fetch('/nowhere')", "GET /nowhere: 404")]
    public async Task An_error_is_a_problem_unless_it_is_allowed(string script, string problem)
    {
        var problems = await ProvokeAsync(script);

        Assert.Contains(problem, Assert.Single(problems.Except([])), StringComparison.Ordinal);
        Assert.Empty(problems.Except([problem]));
    }

    [Theory]
    [InlineData("setTimeout(() => { throw new Error('thrown') })", "thrown")]
    [InlineData("void Promise.reject(new Error('rejected'))", "rejected")]
    [InlineData("document.body.append(Object.assign(document.createElement('script'), { text: '1' }))", "script-src")]
    [InlineData("document.body.setAttribute('style', 'color: red')", "style-src")]
    [InlineData("fetch('http://127.0.0.1:9/').catch(() => {})", "connect-src")]
    public async Task There_is_no_leave_for_what_nobody_caught_nor_for_what_the_policy_forbids(string script, string problem)
    {
        var problems = await ProvokeAsync(script);

        Assert.Contains(problems.Except([problem]), text => text.Contains(problem, StringComparison.Ordinal));
    }

    private async Task<PageProblems> ProvokeAsync(string script)
    {
        await StartSiteAsync();
        await using var context = await _bench.Chromium.NewContextAsync(Site.Address, Look.Default);
        var problems = new PageProblems(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/login");

        await page.EvaluateAsync($"() => {{ {script} }}");

        Assert.True(await Polling.UntilAsync(_ => Task.FromResult(problems.Except([]).Any()), TimeSpan.FromSeconds(10), Token));
        return problems;
    }
}
