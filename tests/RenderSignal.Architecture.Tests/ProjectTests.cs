using System.Xml.Linq;

namespace RenderSignal.Architecture.Tests;

public sealed class ProjectTests
{
    private const string Core = "RenderSignal.Abstractions";

    [Fact]
    public void Every_project_of_src_is_a_package_with_rules() =>
        Assert.Equal(
            Package.All.Select(package => package.Name).Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void A_package_references_Abstractions_and_no_sibling(string name) =>
        Assert.Equal(name == Core ? [] : [Core], Included(name, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)));

    [Theory, MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void A_package_uses_only_the_packages_it_may(string name) =>
        Assert.DoesNotContain(Included(name, "PackageReference"), dependency => !Package.Named(name).MayUse(dependency));

    [Theory, MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void Only_the_web_package_uses_the_web_framework(string name) =>
        Assert.Equal(name == "RenderSignal.AspNetCore" ? ["Microsoft.AspNetCore.App"] : [], Included(name, "FrameworkReference"));

    private static IEnumerable<string> Included(string name, string item) =>
        XDocument.Load(Package.Named(name).ProjectFile).Descendants(item).Select(element => element.Attribute("Include")!.Value);
}
