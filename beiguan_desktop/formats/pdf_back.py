"""What a PDF file of our own says, to be compared with what it should say."""

import pypdfium2

from beiguan_desktop.core.letters import letters


def read_back(data: bytes) -> tuple[int, str]:
    """Return how many pages a PDF file has, and their letters in order; (0, "") for no such file.

    Blanks and punctuation are left out: where a blank stands is the reader's guess, and two
    marks may share one shape.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return 0, ""
    try:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
    finally:
        document.close()
    return len(texts), letters("".join(texts))
