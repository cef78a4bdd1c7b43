using RenderSignal.Server;
using RenderSignal.Server.Demo;

return await StartFailure.ExplainAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServerDefaults();
    await using var demo = DemoMode.IsWanted(args, builder.Configuration) ? await DemoMode.StartAsync(builder) : null;

    builder.Services.AddRenderSignal().AddMatching().AddImap().AddWebhooks().AddRedis();

    await using var app = builder.Build();
    if (args.Contains("--once"))
    {
        return await PollOnce.RunAsync(app);
    }

    app.MapRenderSignal();
    await app.RunAsync();
    return 0;
});
