using Microsoft.Extensions.Options;
using RenderSignal.Server;
using RenderSignal.Server.Demo;

return await StartFailure.ExplainAsync(async () =>
{
    if (Usage.IsAskedFor(args))
    {
        return Usage.Print();
    }

    if (HashPassword.IsAskedFor(args))
    {
        return HashPassword.Run(args);
    }

    if (DemoMailbox.IsAskedFor(args))
    {
        return await DemoMailbox.RunAsync();
    }

    var isOnce = args.Contains("--once");
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServerDefaults(polls: isOnce);
    builder.AddTrustedProxies();
    builder.AddTelemetry();
    builder.AddApiDescription();
    await using var demo = DemoMode.IsWanted(args, builder.Configuration) ? await DemoMode.StartAsync(builder) : null;

    builder.Services.AddRenderSignal().AddMatching().AddImap().AddWebhooks().AddRedis().AddDashboard();

    await using var app = builder.Build();
    app.Services.GetRequiredService<IStartupValidator>().Validate(); // all settings before any service, so that all faults are named at once
    if (isOnce)
    {
        return await PollOnce.RunAsync(app);
    }

    app.UseTrustedProxies();
    app.MapRenderSignal();
    app.MapApiDescription();
    await app.RunAsync();
    return 0;
});
