using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Abstractions.Tests;

public sealed class AddRenderSignalTests
{
    [Fact]
    public async Task On_bare_services_everything_is_there()
    {
        using var folder = new TempFolder();
        var services = new ServiceCollection();
        services.AddSingleton<IDeliveryTarget>(new FakeTarget());
        services.AddRenderSignal(options => options.DataDirectory = folder.FullPath).AddMatching();
        await using var provider = Build(services);

        Assert.NotNull(provider.GetRequiredService<IEmailPipeline>());
        await provider.GetRequiredService<IDedupStore>().MarkProcessedAsync("id", TestContext.Current.CancellationToken);
        Assert.NotEmpty(Directory.GetFiles(folder.FullPath));
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public async Task Called_twice_nothing_is_there_twice_and_both_configure()
    {
        var services = new ServiceCollection();
        services.AddRenderSignal(options => options.RetentionDays = 7).AddInMemoryStores().AddMatching();
        var once = OwnServices(services);
        services.AddRenderSignal(options => options.LedgerRecords = 700).AddInMemoryStores().AddMatching();
        await using var provider = Build(services);

        var options = provider.GetRequiredService<IOptions<RenderSignalOptions>>().Value;
        Assert.Equal((7, 700), (options.RetentionDays, options.LedgerRecords));
        Assert.Equal(once, OwnServices(services));
    }

    [Fact]
    public async Task What_the_application_registered_before_stays()
    {
        var clock = new NodaTime.Testing.FakeClock(Instant.FromUtc(2026, 11, 4, 9, 0));
        var settings = new FixedSettings(new RenderSignalSettings());
        var services = new ServiceCollection().AddSingleton<IClock>(clock).AddSingleton<ISettingsReader>(settings);
        services.AddRenderSignal().AddInMemoryStores();
        await using var provider = Build(services);

        Assert.Same(clock, provider.GetRequiredService<IClock>());
        Assert.Same(settings, provider.GetRequiredService<ISettingsReader>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stores_in_memory_write_no_file_whether_called_before_or_after(bool isBefore)
    {
        using var folder = new TempFolder();
        var services = new ServiceCollection();
        if (isBefore)
        {
            new RenderSignalBuilder(services).AddInMemoryStores();
        }

        var builder = services.AddRenderSignal(options => options.DataDirectory = folder.FullPath);
        if (!isBefore)
        {
            builder.AddInMemoryStores();
        }

        await using var provider = Build(services);
        await provider.GetRequiredService<IDedupStore>().MarkProcessedAsync("id", TestContext.Current.CancellationToken);
        await provider.GetRequiredService<ISettingsStore>()
            .UpdateAsync(SettingsDocument.RuntimeFlags, flags => flags["disable_email_id_dedup"] = true, TestContext.Current.CancellationToken);

        Assert.True((await provider.GetRequiredService<ISettingsReader>().GetAsync(TestContext.Current.CancellationToken)).Flags.DisableEmailIdDedup);
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public async Task Without_matching_the_pipeline_says_what_to_call()
    {
        var services = new ServiceCollection();
        services.AddRenderSignal().AddInMemoryStores();
        await using var provider = Build(services);

        var exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IEmailPipeline>);

        Assert.Contains("Call AddMatching()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_target_the_pipeline_says_what_to_call()
    {
        var services = new ServiceCollection();
        services.AddRenderSignal().AddInMemoryStores().AddMatching();
        await using var provider = Build(services);

        var exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IEmailPipeline>);

        Assert.Contains("Call AddWebhooks()", exception.Message, StringComparison.Ordinal);
    }

    private static List<string> OwnServices(IServiceCollection services) =>
        [.. services.Select(service => service.ServiceType.FullName!).Where(name => name.StartsWith("RenderSignal.", StringComparison.Ordinal)).Order()];

    private static ServiceProvider Build(IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
