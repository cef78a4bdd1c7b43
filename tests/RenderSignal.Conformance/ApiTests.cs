namespace RenderSignal.Conformance;

/// <summary>Each recorded case over HTTP, on a server of its own that starts empty.</summary>
public sealed class ApiTests(RecordedServers servers) : IClassFixture<RecordedServers>
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "api", MemberType = typeof(Cases))]
    public async Task A_recorded_case_is_answered_as_recorded(string line)
    {
        var recorded = Cases.Parse(line);
        await using var server = await servers.TakeAsync();
        await server.WriteLogAsync(recorded["logs_age_days"]?.AsArray().GetValues<int>() ?? []);
        using var client = server.NewClient();

        foreach (var request in recorded["requests"]!.AsArray())
        {
            await new RecordedExchange(request!.AsObject()).MatchesAsync(client);
        }
    }
}
