using System.Diagnostics;
using System.Globalization;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;

namespace Initiatives.Reporting.Tests;

/// <summary>
/// With a real Chromium and poppler's tools, which a developer's machine may lack: then these are skipped, and say so.
/// The gallery is left beside the tests, to be looked at.
/// </summary>
public sealed class Printing_a_pack
{
    private static readonly string Html = Path.Combine(AppContext.BaseDirectory, "gallery.html");
    private static readonly string Pdf = Path.Combine(AppContext.BaseDirectory, "gallery.pdf");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_printed_pack_is_a_tagged_Danish_A4_document_with_a_title_and_page_numbers()
    {
        Browser.Find().ShouldNotBeNull("install Chromium");
        (await Says("pdfinfo", "-v")).ShouldNotBeNull("install poppler-utils");
        await using var typesetter = new Typesetter();
        using var printer = new ChromiumPrinter();
        var html = await typesetter.Set<Gallery>(GalleryModel.Example);
        await File.WriteAllTextAsync(Html, html, Cancellation);

        var outcome = await printer.Print(html, Cancellation);

        await File.WriteAllBytesAsync(Pdf, outcome.ShouldBeOfType<Printed>().Pdf, Cancellation);
        var info = await Says("pdfinfo", Pdf);
        info.ShouldNotBeNull();
        info.ShouldContain("Title:           Afvigelsesrapport til Chefforum, Sundhedsklynge Midt: Møde man. 30. okt. 2023 kl. 15.00, 1. udgave");
        info.ShouldMatch("Tagged: +yes");
        info.ShouldMatch(@"Page size: .*\(A4\)");
        var pages = int.Parse(System.Text.RegularExpressions.Regex.Match(info, @"Pages: +(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var raw = await File.ReadAllTextAsync(Pdf, System.Text.Encoding.Latin1, Cancellation);
        raw.ShouldContain("/Lang (da)");
        raw.ShouldContain("/Outlines");

        var text = await Says("pdftotext", "-layout", Pdf, "-");
        text.ShouldNotBeNull();
        text.ShouldContain("Det indstilles, at Chefforum");
        text.ShouldContain($"Side 1 af {pages}");
        text.ShouldContain($"Side {pages} af {pages}");
        text.ShouldContain("EKSEMPELDATA");
        text.ShouldContain("<script>alert('x')</script>");

        var structure = await Says("pdfinfo", "-struct", Pdf);
        structure.ShouldNotBeNull();
        // Every picture has its text: as many alternatives as figures.
        System.Text.RegularExpressions.Regex.Count(raw, "/Alt ").ShouldBe(System.Text.RegularExpressions.Regex.Count(structure, @"(?m)^ *Figure\b"));
        foreach (var part in (string[])["H1", "H2", "Table", "TH", "Figure", "L", "LI"])
            structure.ShouldMatch($@"(?m)^ *{part}\b", $"the structure of the document has no {part}");
        structure.ShouldNotContain("Error");
    }

    [Theory]
    [MemberData(nameof(EveryKind.Names), MemberType = typeof(EveryKind))]
    public async Task Every_kind_is_printed_tagged_with_its_title_its_language_and_what_is_asked_on_the_first_page_and_small_enough_to_mail(string kind)
    {
        Browser.Find().ShouldNotBeNull("install Chromium");
        await using var typesetter = new Typesetter();
        using var printer = new ChromiumPrinter();
        var record = new SampleCluster().Build();
        var pack = await EveryKind.CompileAsync(typesetter, kind, record);

        var pdf = (await printer.Print(pack.Html, Cancellation)).ShouldBeOfType<Printed>().Pdf;

        pdf.Length.ShouldBeLessThan(1_000_000);
        var path = Path.Combine(AppContext.BaseDirectory, $"{kind}.pdf");
        await File.WriteAllBytesAsync(path, pdf, Cancellation);
        var info = (await Says("pdfinfo", path)).ShouldNotBeNull();
        info.ShouldContain(pack.Title);
        info.ShouldMatch("Tagged: +yes");
        var raw = System.Text.Encoding.Latin1.GetString(pdf);
        raw.ShouldContain("/Lang (da)");
        var structure = (await Says("pdfinfo", "-struct", path)).ShouldNotBeNull();
        System.Text.RegularExpressions.Regex.Count(raw, "/Alt ").ShouldBe(System.Text.RegularExpressions.Regex.Count(structure, @"(?m)^ *Figure\b"));
        structure.ShouldNotContain("Error");
        foreach (var part in (string[])["H1", "H2"])
            structure.ShouldMatch($@"(?m)^ *{part}\b", $"the structure of the document has no {part}");
        System.Text.RegularExpressions.Regex.Count(structure, @"(?m)^ *TH\b").ShouldBeGreaterThanOrEqualTo(System.Text.RegularExpressions.Regex.Count(structure, @"(?m)^ *Table\b"), "a table has heads");
        var first = (await Says("pdftotext", "-l", "1", path, "-")).ShouldNotBeNull();
        first.ShouldContain("Eksempeldata.");
        if (kind == WrittenStatus.Kind)
            first.ShouldContain("Venter på forummet", customMessage: "it is one page");
        if (kind == PoliticalStatus.Kind)
            first.ShouldContain("Direktørforum besvarede eskaleringen", customMessage: "the whole plan stands on one page");
        if (kind == InitiativeSheet.Kind)
            first.ShouldContain("Hvis tur er det?");
        else if (PackDigest.Of(kind, record, SampleCluster.For(kind)).Asked.Count > 0)
            first.ShouldContain("Det indstilles, at");
        if (kind == DecisionMinutes.Kind)
            first.ShouldContain("Hvem gør hvad nu");
    }

    [Fact]
    public async Task Without_a_browser_it_says_what_is_missing_instead_of_failing()
    {
        using var printer = new ChromiumPrinter(browser: null, TimeSpan.FromSeconds(1));

        var outcome = await printer.Print("<!DOCTYPE html><p>x", Cancellation);

        var missing = outcome.ShouldBeOfType<NotPrinted>();
        missing.Code.ShouldBe("no-browser");
        missing.Danish.ShouldContain(Browser.Variable);
    }

    [Fact]
    public async Task A_browser_that_never_answers_is_ended_with_its_children_when_its_time_is_up()
    {
        var folder = Directory.CreateTempSubdirectory("stuck-browser-");
        var children = Path.Combine(folder.FullName, "child");
        var stuck = Path.Combine(folder.FullName, "stuck");
        await File.WriteAllTextAsync(stuck, $"#!/bin/sh\nsleep 600 &\necho $! > {children}\nwait\n", Cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(stuck, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var printer = new ChromiumPrinter(stuck, TimeSpan.FromSeconds(1));

        var outcome = await printer.Print("<!DOCTYPE html><p>x", Cancellation);

        outcome.ShouldBeOfType<NotPrinted>().Code.ShouldBe("print-timed-out");
        var child = int.Parse(await File.ReadAllTextAsync(children, Cancellation), CultureInfo.InvariantCulture);
        SpinWait.SpinUntil(() => !IsRunning(child), TimeSpan.FromSeconds(20)).ShouldBeTrue("the browser's child is still running");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_browser_that_fails_is_quoted()
    {
        File.Exists("/bin/false").ShouldBeTrue();
        using var printer = new ChromiumPrinter("/bin/false", TimeSpan.FromSeconds(5));

        var outcome = await printer.Print("<!DOCTYPE html><p>x", Cancellation);

        outcome.ShouldBeOfType<NotPrinted>().Code.ShouldBe("print-failed");
    }

    [Fact]
    public void A_browser_that_is_named_but_not_there_is_not_replaced_by_another() =>
        Browser.Find(name => name == Browser.Variable ? "/nowhere/chromium" : Environment.GetEnvironmentVariable(name)).ShouldBeNull();

    // A killed child may stay in the table as a zombie until its parent looks; it runs no more.
    private static bool IsRunning(int pid) =>
        File.Exists($"/proc/{pid}/stat") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static async Task<string?> Says(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync(Cancellation);
            var text = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await errors;
            await process.WaitForExitAsync(Cancellation);
            return text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
