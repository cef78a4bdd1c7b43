using RenderSignal;
using RenderSignal.OwnDetector;

// A worker without a web server that knows one kind of mail more: invoices go to the console, all else as ever.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSingleton<IEmailDetector, InvoiceDetector>(); // before AddMatching: asked before the built-in detectors
builder.Services.AddSingleton<IDeliveryTarget, ConsoleTarget>();
builder.Services.AddRenderSignal().AddMatching().AddImap().AddWebhooks();
await builder.Build().RunAsync();
