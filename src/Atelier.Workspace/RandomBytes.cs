namespace Atelier.Workspace;

/// <summary>Gives that many bytes nobody can guess; in the product <see cref="System.Security.Cryptography.RandomNumberGenerator.GetBytes(int)"/>.</summary>
public delegate byte[] RandomBytes(int count);
