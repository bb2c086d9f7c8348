using System.Text;
using Headshots.Core.Privacy.Receipts;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Privacy;

/// <summary>A receipt for download.</summary>
internal static class ReceiptFile
{
    public const string ContentType = "application/json";

    public static byte[] Bytes(DeletionReceipt receipt) => Encoding.UTF8.GetBytes(receipt.Document);

    public static IResult Of(DeletionReceipt receipt) => Results.File(Bytes(receipt), ContentType, receipt.FileName);
}
