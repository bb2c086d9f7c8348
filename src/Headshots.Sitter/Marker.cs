namespace Headshots.Sitter;
