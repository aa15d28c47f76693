using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Initiatives.Api.Platform.Http;
using Initiatives.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Npgsql;

namespace Initiatives.Api.SignIn;

/// <summary>The framework's key ring in the database: what one node has encrypted, the others read.</summary>
internal sealed class KeyRing(EventStoreDataSources sources) : IXmlRepository
{
    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Initiatives");
        services.AddOptions<KeyManagementOptions>().Configure<EventStoreDataSources, IConfiguration>((ring, sources, settings) =>
        {
            ring.XmlRepository = new KeyRing(sources);
            // Nodes that share a database are given the same token. A node that makes its own keeps it beside its own database:
            // sealing one with the other would keep nobody out.
            if (KeyRingSeal.From(settings) is { } seal) ring.XmlEncryptor = seal;
        });
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = sources.System.CreateCommand("SELECT xml FROM data_protection_keys");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read()) elements.Add(XElement.Parse(reader.GetString(0)));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = sources.System.CreateCommand("INSERT INTO data_protection_keys (name, xml) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        command.Parameters.AddRange(new NpgsqlParameter[] { Sessions.Text(friendlyName), Sessions.Text(element.ToString(SaveOptions.DisableFormatting)) });
        command.ExecuteNonQuery();
    }
}

/// <summary>
/// Seals the ring's keys with one that is derived from the operator's token: a copy of the database alone reads nothing. With another
/// token the old keys are lost and new ones made; what they protected lasts ten minutes.
/// </summary>
internal sealed class KeyRingSeal : IXmlEncryptor, IXmlDecryptor
{
    private static readonly XName Sealed = "sealed";

    // Lengths in bytes, as AES-GCM has them; a sealed key is nonce, tag, text.
    private const int Nonce = 12;
    private const int Tag = 16;

    private readonly byte[] _key;

    /// <summary>As the framework makes it, for a key that it finds sealed.</summary>
    public KeyRingSeal(IServiceProvider services) =>
        _key = From(services.GetRequiredService<IConfiguration>())?._key ?? throw new CryptographicException($"The key ring is sealed, and {OperatorToken.Setting} is not given.");

    private KeyRingSeal(string token) => _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), 32, info: "initiatives key ring"u8.ToArray());

    public static KeyRingSeal? From(IConfiguration settings) => settings[OperatorToken.Setting] is { Length: > 0 } token ? new(token) : null;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var whole = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, Nonce));
        using var aes = new AesGcm(_key, Tag);
        aes.Encrypt(whole.AsSpan(0, Nonce), plain, whole.AsSpan(Nonce + Tag), whole.AsSpan(Nonce, Tag));
        return new(new XElement(Sealed, Convert.ToBase64String(whole)), typeof(KeyRingSeal));
    }

    public XElement Decrypt(XElement encryptedElement)
    {
        var whole = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[whole.Length - Nonce - Tag];
        using var aes = new AesGcm(_key, Tag);
        aes.Decrypt(whole.AsSpan(0, Nonce), whole.AsSpan(Nonce + Tag), whole.AsSpan(Nonce, Tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
