namespace RenderSignal.AspNetCore;

/// <summary>Marks the routes of <c>/api/test/*</c>, which scripts of other origins may call.</summary>
internal sealed class ToolAccess;
