using System.Reflection;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Architecture.Tests;

public sealed class TypeTests
{
    // Where users look for extension methods: the framework's own namespaces.
    private static readonly string[] ExtensionNamespaces = ["Microsoft.Extensions.DependencyInjection", "Microsoft.AspNetCore.Builder"];

    [Theory, MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void A_class_from_which_nothing_derives_is_sealed(string name)
    {
        var types = Package.Named(name).Types.ToList();

        Assert.Empty(types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !types.Exists(other => other.BaseType == type))
            .Select(type => type.FullName));
    }

    [Theory, MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void A_public_type_is_in_the_namespace_of_its_package_or_with_the_framework_s_extensions(string name)
    {
        var package = Package.Named(name);

        Assert.Empty(package.Types
            .Where(type => type.IsPublic && type.Namespace != package.RootNamespace && !ExtensionNamespaces.Contains(type.Namespace))
            .Select(type => type.FullName));
    }

    [Fact]
    public void Event_ids_are_unique_and_in_the_block_of_their_package()
    {
        var ids = Package.All.SelectMany(package => EventIds(package).Select(id => (package, id))).ToList();

        Assert.NotEmpty(ids);
        Assert.Empty(ids.CountBy(entry => entry.id).Where(count => count.Value > 1).Select(count => count.Key));
        Assert.Empty(ids.Where(entry => entry.id / 1000 * 1000 != entry.package.FirstEventId).Select(entry => $"{entry.package.Name}: {entry.id}"));
    }

    private static IEnumerable<int> EventIds(Package package) =>
        from type in package.Types
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select message.EventId;
}
