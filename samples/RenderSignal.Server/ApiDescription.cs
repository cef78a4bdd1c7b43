namespace RenderSignal.Server;

/// <summary><c>/openapi/v1.json</c>: every route with its schemas.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(options => options
        .AddOperationTransformer((operation, _, _) =>
        {
            // What lets a route read and refuse any body in words is no kind of body to send.
            operation.RequestBody?.Content?.Remove("*/*");
            return Task.CompletedTask;
        })
        .AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "RenderSignal";
            document.Info.Description =
                "What the dashboard does, for programs. Sign in with POST /login (form fields username and password) and keep the cookie; "
                + "/api/test/* opens with the header X-API-Key instead. Failures are {\"success\": false, \"message\": …}.";
            document.Servers = [];
            return Task.CompletedTask;
        }));

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapFallback("/api/{**path}", (HttpContext context) => Results.Json(
            new { success = false, message = $"There is no route {context.Request.Path}; /openapi/v1.json lists all." }, statusCode: StatusCodes.Status404NotFound));
    }
}
