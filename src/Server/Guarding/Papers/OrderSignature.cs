using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Guarding.Papers;

internal static class OrderSignature
{
    /// <summary>The signature of an order: a day once it is signed, dots before.</summary>
    public static Signature Signed(OrderSigner signer, SignedMark? signed, string place, string id = "NRP") => new(
        $"{place}, {(signed is null ? "........................" : Indonesian.Date(signed.On))}",
        signed?.Office ?? signer.Office,
        signed?.By ?? signer.Name,
        $"{signer.Rank} {(signer.Nrp.Length > 0 ? $"{id} {signer.Nrp}" : "")}".Trim());
}
