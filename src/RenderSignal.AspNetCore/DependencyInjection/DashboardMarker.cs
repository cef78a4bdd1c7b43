namespace RenderSignal.AspNetCore;

/// <summary>Tells that <c>AddDashboard</c> was called.</summary>
internal sealed class DashboardMarker;
