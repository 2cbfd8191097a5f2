namespace TwinHub.Texts;

/// <summary>How much a disagreement weighs: a paper is not published with an open error.</summary>
public enum Severity { Note, Warning, Error }

/// <summary>One text in one language.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Language">A BCP 47 tag that <see cref="Numbers.CanRead"/> accepts.</param>
public sealed record Wording(string Text, string Language);

/// <summary>One disagreement of two wordings. At least one figure stands; its place is in its own text.</summary>
/// <param name="Code">
/// N1 a number is missing in the other wording, N2 the other has one more, N3 the same number with another unit or magnitude (an error; a warning when one side merely leaves the unit out),
/// N4 equal only after rounding, N5 another modifier (超过, nearly) or 倍 to be looked at; D1 a date or period stands on one side only, D2 it differs; R1 a reference differs.
/// </param>
/// <param name="Severity">What it weighs.</param>
/// <param name="Binding">The figure of the binding wording.</param>
/// <param name="Other">The figure of the other wording.</param>
public sealed record Finding(string Code, Severity Severity, Figure? Binding, Figure? Other);
