namespace TwinHub.Merkle;

/// <summary>Where a proof takes its hashes from: memory, leaf hashes, stored rows.</summary>
public interface ITreeNodes
{
    /// <summary>Root of the complete subtree over the leaves index × 2^height up to, not including, (index + 1) × 2^height.</summary>
    /// <param name="height">0 for a leaf.</param>
    /// <param name="index">From 0, among the nodes of this height.</param>
    /// <remarks>Such a node never changes once all its leaves are there, so it can be kept for good.</remarks>
    Hash At(int height, long index);
}
