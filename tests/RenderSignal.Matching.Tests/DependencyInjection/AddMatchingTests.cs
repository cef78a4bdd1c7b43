using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.Matching.Tests.DependencyInjection;

public sealed class AddMatchingTests
{
    [Fact]
    public void Detectors_are_asked_in_their_order_and_once_however_often_they_are_added()
    {
        using var services = new RenderSignalBuilder(new ServiceCollection()).AddMatching().AddMatching().Services.BuildServiceProvider();

        Assert.Equal(
            ["samedi_presence", "recadrage", "desabonnement_journee_tarifs"],
            services.GetServices<IEmailDetector>().Select(detector => detector.Name));
        Assert.Single(services.GetServices<ITextAnalyzer>());
    }

    [Fact]
    public void A_detector_of_the_applications_own_stands_where_it_was_added()
    {
        var builder = new RenderSignalBuilder(new ServiceCollection());
        builder.Services.AddSingleton<IEmailDetector, EverythingDetector>();
        using var services = builder.AddMatching().Services.BuildServiceProvider();

        Assert.IsType<EverythingDetector>(services.GetServices<IEmailDetector>().First());
        Assert.Equal(4, services.GetServices<IEmailDetector>().Count());
    }

    private sealed class EverythingDetector : IEmailDetector
    {
        public string Name => "everything";

        public Detection? Detect(DetectionInput input) => new(Name);
    }
}
