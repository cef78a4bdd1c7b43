namespace RenderSignal.TestKit;

/// <summary>The numbers that signals have on Linux.</summary>
internal enum Signal
{
    Quit = 3,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
