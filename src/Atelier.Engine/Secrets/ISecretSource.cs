namespace Atelier.Engine.Secrets;

/// <summary>Where secrets come from. Values never enter the run store.</summary>
public interface ISecretSource
{
    /// <summary>A secret's value; null: none of that name.</summary>
    string? Find(string name);
}
