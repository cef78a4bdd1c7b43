using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>Event ids 6000 to 6999.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Error, "{Path} could not be answered: {Error}")]
    public static partial void StoreFailed(ILogger logger, string path, string error);
}
