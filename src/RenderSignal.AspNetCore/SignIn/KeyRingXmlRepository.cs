using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>Lets Data Protection keep its keys where RenderSignal keeps its settings.</summary>
internal sealed class KeyRingXmlRepository(IKeyRingStore store, ILogger<KeyRingXmlRepository> logger) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.ReadAll().Values.Select(Parse).OfType<XElement>()];

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        store.Write(friendlyName, element.ToString(SaveOptions.DisableFormatting));
    }

    private XElement? Parse(string xml)
    {
        try
        {
            return XElement.Parse(xml);
        }
        catch (XmlException exception)
        {
            SignInLog.KeyUnreadable(logger, exception.Message);
            return null;
        }
    }
}
