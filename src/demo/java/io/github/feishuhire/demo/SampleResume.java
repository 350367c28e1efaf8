package io.github.feishuhire.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A resume as a PDF of one page. Its font is one of those that every reader brings for Chinese
 * text.
 */
final class SampleResume {

  private SampleResume() {}

  /** As the variable {@code resume} of a process. */
  static Map<String, String> of(String name) {
    String base64 =
        Base64.getEncoder().encodeToString(pdf(name).getBytes(StandardCharsets.US_ASCII));
    return Map.of("file_name", name + " 简历.pdf", "content_base64", base64);
  }

  private static String pdf(String name) {
    String text =
        HexFormat.of().withUpperCase().formatHex(name.getBytes(StandardCharsets.UTF_16BE));
    String page = "BT /F1 28 Tf 72 720 Td <" + text + "> Tj ET";
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
                + " /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
                + " /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      offsets.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int start = pdf.length();
    int size = objects.size() + 1;
    return pdf.append("xref\n0 ")
        .append(size)
        .append('\n')
        .append(offsets)
        .append("trailer << /Size ")
        .append(size)
        .append(" /Root 1 0 R >>\n")
        .append("startxref\n")
        .append(start)
        .append("\n%%EOF\n")
        .toString();
  }
}
