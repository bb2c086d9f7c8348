using Headshots.Core.Shared;

namespace Headshots.Web.Admin.People.Import;

internal static class ImportProblems
{
    public static Problem Unreadable { get; } =
        new("import_unreadable", "This file is no list that can be read.", "Save it as CSV from your spreadsheet program and choose that file.");

    public static Problem Empty { get; } =
        new("import_empty", "The file holds no rows.", "Check that it is the right file and that it was saved.");

    public static Problem FileTooLarge { get; } =
        new("import_file_too_large", "The file has more than 20 MB.", "Leave out columns that are not needed, or split the file.");

    public static Problem Columns { get; } =
        new("import_columns", "It is not clear which columns hold names and e-mail addresses.", "Choose the columns below.");

    public static Problem Gone { get; } =
        new("import_gone", "The uploaded file is not there any more.", "Upload it again.") { Kind = ProblemKind.Gone };
}
