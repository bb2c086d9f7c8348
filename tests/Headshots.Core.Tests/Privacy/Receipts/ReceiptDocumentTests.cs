using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.TestKit.Secrets;

namespace Headshots.Core.Tests.Privacy.Receipts;

public sealed class ReceiptDocumentTests : IDisposable
{
    private readonly TestSigningKey _key = new();

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Read_AsItWasWritten_IsGenuine()
    {
        string text = ReceiptDocument.Write(Content(), _key);

        Assert.True(ReceiptDocument.Read(text)!.IsSignedBy(_key.Public));
        Assert.True(ReceiptDocument.Read(text.Replace("  ", " ", StringComparison.Ordinal).ReplaceLineEndings("\r\n"))!.IsSignedBy(_key.Public));
        Assert.True(ReceiptDocument.Read(text)!.IsSignedBy(Assert.Single(VerificationKey.ReadSet(_key.Public.WriteSet())!)));
    }

    [Theory]
    [InlineData("\"photos\": 4", "\"photos\": 5")]
    [InlineData("\"wholePerson\": true", "\"wholePerson\": false")]
    [InlineData("2026-03-02T09", "2026-03-02T08")]
    [InlineData("Contoso", "Fabrikam")]
    [InlineData("\"askedBy\": \"Employee\"", "\"askedBy\": \"Staff\"")]
    [InlineData("\"files\": 9", "\"files\": 0")]
    public void Read_ChangedAnywhere_IsForged(string before, string after)
    {
        string text = ReceiptDocument.Write(Content(), _key);
        Assert.Contains(before, text, StringComparison.Ordinal);

        Assert.False(ReceiptDocument.Read(text.Replace(before, after, StringComparison.Ordinal))!.IsSignedBy(_key.Public));
    }

    [Fact]
    public void Read_SignedByAnother_IsForged()
    {
        using TestSigningKey other = new();
        ReceiptDocument document = ReceiptDocument.Read(ReceiptDocument.Write(Content(), other))!;

        Assert.False(document.IsSignedBy(_key.Public));
        Assert.False((document with { Key = _key.Public.Id }).IsSignedBy(_key.Public));
        Assert.False((document with { Signature = string.Empty, Key = _key.Public.Id }).IsSignedBy(_key.Public));
        Assert.False((document with { Algorithm = "none", Key = _key.Public.Id }).IsSignedBy(_key.Public));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"receipt\":null,\"algorithm\":\"ES256\",\"key\":\"k\",\"signature\":\"s\"}")]
    [InlineData("no JSON")]
    public void Read_OfSomethingElse_IsNoReceipt(string text) => Assert.Null(ReceiptDocument.Read(text));

    /// <summary>What a reader sees and what is signed must be one: a name twice, or one that nobody signed, is none.</summary>
    [Fact]
    public void Read_WithMoreThanWasSigned_IsNoReceipt()
    {
        string text = ReceiptDocument.Write(Content(), _key);

        Assert.Null(ReceiptDocument.Read(text.Replace("\"photos\": 4,", "\"photos\": 4, \"photos\": 5,", StringComparison.Ordinal)));
        Assert.Null(ReceiptDocument.Read(text.Replace("\"photos\": 4,", "\"photos\": 4, \"videos\": 5,", StringComparison.Ordinal)));
    }

    private static ReceiptContent Content() => new()
    {
        Id = Guid.Parse("019cadc6-9a80-7bea-8893-5e01f78a9653"),
        Tenant = Guid.Parse("11111111-1111-7111-8111-111111111111"),
        Company = "Contoso",
        Person = Guid.Parse("22222222-2222-7222-8222-222222222222"),
        WholePerson = true,
        AskedBy = ActorKind.Employee,
        DeletedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        CompleteAt = new DateTimeOffset(2026, 3, 2, 9, 1, 0, TimeSpan.Zero),
        Deleted = new DeletedCounts(4, 3, 9, 2, 1, 1, 1, 2),
    };
}
