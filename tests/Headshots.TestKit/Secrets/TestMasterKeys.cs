using System.Security.Cryptography;
using System.Text;
using Headshots.Core.Privacy.Keys;

namespace Headshots.TestKit.Secrets;

/// <summary>Master keys made of their names: the first is older, the last is the current one.</summary>
public sealed class TestMasterKeys(params string[] names) : IMasterKeys
{
    public MasterKey Current => Of(names.Length == 0 ? "test" : names[^1]);

    public MasterKey? Find(string id) => names.Contains(id, StringComparer.Ordinal) || (names.Length == 0 && id == "test") ? Of(id) : null;

    private static MasterKey Of(string name) => new(name, SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
