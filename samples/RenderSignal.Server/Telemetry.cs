using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RenderSignal.Server;

/// <summary>Figures and traces over OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to. The other <c>OTEL_…</c> variables are the SDK's own.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "rendersignal"))
            .WithMetrics(metrics => metrics.AddMeter("RenderSignal*").AddRuntimeInstrumentation())
            .WithTracing(traces => traces.AddSource("RenderSignal*").AddAspNetCoreInstrumentation())
            .UseOtlpExporter();
    }
}
